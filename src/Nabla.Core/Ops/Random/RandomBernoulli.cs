namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Random truth values.</summary>
    /// <inheritdoc cref="RandomUniform"/>
    /// <param name="shape">The extents.</param>
    /// <param name="probability">How likely true is, from 0 to 1.</param>
    /// <param name="key">The source; a seed will do.</param>
    /// <param name="counter">Which draw from the source: an int64 scalar; by default 0.</param>
    /// <returns>A bool tensor.</returns>
    public static Tensor RandomBernoulli(Shape shape, double probability, RandomKey key, Tensor? counter = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        return RandomUniform(shape, key, counter) < probability;
    }
}
