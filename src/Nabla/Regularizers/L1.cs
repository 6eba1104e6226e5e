namespace Nabla;

/// <summary>Penalises magnitudes, so that what is of no use becomes 0.</summary>
/// <remarks>
/// Computes <c>factor · Σ |w|</c>.
/// Source: R. Tibshirani, Regression shrinkage and selection via the lasso, 1996.
/// </remarks>
[Component("l1")]
public sealed class L1 : Regularizer
{
    /// <summary>Chooses the strength.</summary>
    /// <param name="factor">What the sum is multiplied by; 0 or more, 0.01 as in Keras by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is negative.</exception>
    public L1(double factor = 0.01) => Factor = CheckFactor(factor, nameof(factor));

    /// <summary>What the sum is multiplied by.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override Tensor Call(Tensor parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Abs().Sum() * Factor;
    }
}
