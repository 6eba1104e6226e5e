namespace Nabla;

/// <summary>Penalises squares, so that no number becomes large.</summary>
/// <remarks>
/// Computes <c>factor · Σ w²</c>, as Keras does; its gradient is <c>2 · factor · w</c>, so that the weight decay λ of
/// plain SGD is a factor of λ/2. Adaptive optimizers decay better with <c>AdamW</c>.
/// Source: A. Hoerl, R. Kennard, Ridge regression, 1970.
/// </remarks>
[Component("l2")]
public sealed class L2 : Regularizer
{
    /// <summary>Chooses the strength.</summary>
    /// <param name="factor">What the sum is multiplied by; 0 or more, 0.01 as in Keras by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is negative.</exception>
    public L2(double factor = 0.01) => Factor = CheckFactor(factor, nameof(factor));

    /// <summary>What the sum is multiplied by.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override Tensor Call(Tensor parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Square().Sum() * Factor;
    }
}
