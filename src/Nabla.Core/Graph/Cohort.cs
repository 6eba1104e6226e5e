namespace Nabla.Graph;

/// <summary>
/// The tensors that one evaluation was the first to compute from; it lives as long as any of them does.
/// </summary>
/// <remarks>A <see cref="History"/> names tensors by cohort and position, which keeps none of them alive.</remarks>
internal sealed class Cohort
{
    public Cohort() => Weak = new WeakReference<Cohort>(this);

    /// <summary>The cohort, for those who must not keep it alive.</summary>
    public WeakReference<Cohort> Weak { get; }

    /// <summary>How many tensors are in it.</summary>
    public int Count { get; private set; }

    /// <summary>The position of one more tensor.</summary>
    public int Enrol() => Count++;
}
