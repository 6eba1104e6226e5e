namespace Nabla;

/// <summary>Brings the lengths of vectors into a range, at once or little by little.</summary>
/// <remarks>The new length is <c>rate · clamp(length) + (1 − rate) · length</c>, as in Keras.</remarks>
[Component("min_max_norm")]
public sealed class MinMaxNorm : NormConstraint
{
    /// <summary>Chooses the range.</summary>
    /// <param name="minValue">The least length; 0 or more.</param>
    /// <param name="maxValue">The greatest length.</param>
    /// <param name="rate">How much of the way is gone in each step: above 0, at most 1.</param>
    /// <param name="axes">The axes along which a vector lies; [0] by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty, or the rate no share.</exception>
    public MinMaxNorm(double minValue = 0, double maxValue = 1, double rate = 1, IReadOnlyList<int>? axes = null)
        : base(axes)
    {
        if (!(minValue >= 0 && minValue <= maxValue))
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxValue), $"MinMaxNorm takes 0 ≤ minimum ≤ maximum but got {minValue:R} and {maxValue:R}.");
        }

        if (rate is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(rate), rate, "MinMaxNorm takes a rate above 0 and at most 1; 1 goes all the way in each step.");
        }

        MinValue = minValue;
        MaxValue = maxValue;
        Rate = rate;
    }

    /// <summary>The least length.</summary>
    public double MinValue { get; }

    /// <summary>The greatest length.</summary>
    public double MaxValue { get; }

    /// <summary>How much of the way is gone in each step.</summary>
    public double Rate { get; }

    private protected override Tensor Wanted(Tensor lengths) =>
        lengths.Clamp(MinValue, MaxValue) * Rate + lengths * (1 - Rate);
}
