namespace Nabla;

/// <summary>Penalises magnitudes and squares: the elastic net.</summary>
/// <remarks>
/// Computes <c>l1 · Σ |w| + l2 · Σ w²</c>.
/// Source: H. Zou, T. Hastie, Regularization and variable selection via the elastic net, 2005.
/// </remarks>
[Component("l1_l2")]
public sealed class L1L2 : Regularizer
{
    /// <summary>Chooses the strengths.</summary>
    /// <param name="l1">What the sum of magnitudes is multiplied by; 0 or more.</param>
    /// <param name="l2">What the sum of squares is multiplied by; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative.</exception>
    public L1L2(double l1 = 0, double l2 = 0)
    {
        L1 = CheckFactor(l1, nameof(l1));
        L2 = CheckFactor(l2, nameof(l2));
    }

    /// <summary>What the sum of magnitudes is multiplied by.</summary>
    public double L1 { get; }

    /// <summary>What the sum of squares is multiplied by.</summary>
    public double L2 { get; }

    /// <inheritdoc/>
    public override Tensor Call(Tensor parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Abs().Sum() * L1 + parameter.Square().Sum() * L2;
    }
}
