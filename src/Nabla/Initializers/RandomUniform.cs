namespace Nabla;

/// <summary>Starts elements uniformly between two bounds.</summary>
[Component("random_uniform")]
public sealed class RandomUniform : Initializer
{
    /// <summary>Chooses the bounds.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The bound that values stay below.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not finite, or the wrong way round.</exception>
    public RandomUniform(double minimum = -0.05, double maximum = 0.05)
    {
        if (!double.IsFinite(minimum) || !double.IsFinite(maximum) || minimum > maximum)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximum),
                $"RandomUniform needs two finite bounds in ascending order but got {minimum:R} and {maximum:R}.");
        }

        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>The least value.</summary>
    public double Minimum { get; }

    /// <summary>The bound that values stay below.</summary>
    public double Maximum { get; }

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key) =>
        Tensor.RandomUniform(shape, key, low: Minimum, high: Maximum, dtype: dtype);
}
