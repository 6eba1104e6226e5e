namespace Nabla;

/// <summary>Shortens vectors that are too long.</summary>
/// <remarks>
/// Source: N. Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014.
/// </remarks>
[Component("max_norm")]
public sealed class MaxNorm : NormConstraint
{
    /// <summary>Chooses the greatest length.</summary>
    /// <param name="maxValue">The greatest length; 0 or more, 2 as in Keras by default.</param>
    /// <param name="axes">The axes along which a vector lies; [0] by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxValue"/> is negative.</exception>
    public MaxNorm(double maxValue = 2, IReadOnlyList<int>? axes = null) : base(axes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        MaxValue = maxValue;
    }

    /// <summary>The greatest length.</summary>
    public double MaxValue { get; }

    private protected override Tensor Wanted(Tensor lengths) => lengths.Minimum(MaxValue);
}
