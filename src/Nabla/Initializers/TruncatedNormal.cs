namespace Nabla;

/// <summary>Starts elements normally distributed, without the tails beyond two standard deviations.</summary>
/// <remarks>
/// A number from a tail is drawn anew, as in Keras, so that the deviation of what is left is 0.8796 of the one given.
/// </remarks>
[Component("truncated_normal")]
public sealed class TruncatedNormal : Initializer
{
    /// <summary>The standard deviation of what is left of a standard normal distribution between −2 and 2.</summary>
    internal const double DeviationOfStandard = 0.87962566103423978;

    // One number in 22 is from a tail; after eight draws, one in 10¹¹, and that one is put on the border.
    private const int Draws = 8;

    /// <summary>Chooses the distribution, as it is before its tails are cut off.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="standardDeviation">Its standard deviation; 0.05 as in Keras by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the deviation negative.</exception>
    public TruncatedNormal(double mean = 0, double standardDeviation = 0.05)
    {
        if (!double.IsFinite(mean) || !double.IsFinite(standardDeviation) || standardDeviation < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviation),
                $"TruncatedNormal needs a finite mean and a deviation of 0 or more "
                + $"but got {mean:R} and {standardDeviation:R}.");
        }

        Mean = mean;
        StandardDeviation = standardDeviation;
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation before the tails are cut off.</summary>
    public double StandardDeviation { get; }

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key) =>
        Standard(shape, dtype, key) * StandardDeviation + Mean;

    internal static Tensor Standard(Shape shape, DType dtype, RandomKey key)
    {
        Tensor result = Draw(Draws - 1).Clamp(-2.0, 2.0);
        for (int i = Draws - 2; i >= 0; i--)
        {
            Tensor draw = Draw(i);
            result = (draw.Abs() <= 2).Where(draw, result);
        }

        return result;

        Tensor Draw(long counter) =>
            Tensor.RandomNormal(shape, key, counter: Tensor.Scalar(counter, DType.Int64), dtype: dtype);
    }
}
