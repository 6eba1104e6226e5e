namespace Nabla;

/// <summary>Starts elements normally distributed.</summary>
[Component("random_normal")]
public sealed class RandomNormal : Initializer
{
    /// <summary>Chooses the distribution.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="standardDeviation">Its standard deviation.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the deviation negative.</exception>
    public RandomNormal(double mean = 0, double standardDeviation = 0.05)
    {
        if (!double.IsFinite(mean) || !double.IsFinite(standardDeviation) || standardDeviation < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviation),
                $"RandomNormal needs a finite mean and a deviation of 0 or more "
                + $"but got {mean:R} and {standardDeviation:R}.");
        }

        Mean = mean;
        StandardDeviation = standardDeviation;
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation.</summary>
    public double StandardDeviation { get; }

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key) =>
        Tensor.RandomNormal(shape, key, mean: Mean, deviation: StandardDeviation, dtype: dtype);
}
