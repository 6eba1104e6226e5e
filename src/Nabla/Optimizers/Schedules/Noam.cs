namespace Nabla;

/// <summary>
/// A rate that rises in a straight line and falls as one over the root of the time: for Transformers.
/// </summary>
/// <remarks>
/// Computes <c>factor · √(1 / modelSize) · min(1 / √t, t / warmUp^1.5)</c> for <c>t = step + 1</c>. Source: A. Vaswani
/// et al., Attention is all you need, 2017, section 5.3.
/// </remarks>
[Component("noam")]
public sealed class Noam : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="modelSize">The features of the model: 1 or more.</param>
    /// <param name="warmUp">How long the rate rises; 4000 steps in the source.</param>
    /// <param name="factor">What the whole is multiplied by: finite, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Noam(int modelSize, Period warmUp, double factor = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modelSize, 1);
        ModelSize = modelSize;
        WarmUp = warmUp;
        Factor = CheckRate(factor, nameof(factor));
    }

    /// <summary>The features of the model.</summary>
    public int ModelSize { get; }

    /// <summary>How long the rate rises.</summary>
    public Period WarmUp { get; }

    /// <summary>What the whole is multiplied by.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position)
    {
        double number = Math.Max(position.Step, 0) + 1, warmUp = Math.Max(WarmUp.In(position), 1);
        return Factor / Math.Sqrt(ModelSize) * Math.Min(1 / Math.Sqrt(number), number / Math.Pow(warmUp, 1.5));
    }
}
