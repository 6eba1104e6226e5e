namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// Random whole numbers from <paramref name="low"/> to below <paramref name="high"/>, all equally likely.
    /// </summary>
    /// <inheritdoc cref="RandomUniform"/>
    /// <param name="shape">The extents.</param>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">What numbers stay below; at most 2^48 numbers are told apart.</param>
    /// <param name="key">The source; a seed will do.</param>
    /// <param name="counter">Which draw from the source: an int64 scalar; by default 0.</param>
    /// <param name="dtype">int32 or int64.</param>
    public static Tensor RandomInteger(
        Shape shape, long low, long high, RandomKey key, Tensor? counter = null, DType dtype = DType.Int32)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, high);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(high - low, 1L << 48);
        return RandomUniform(shape, key, counter, dtype: DType.Float64, high: high - low).Floor().Cast(dtype) + low;
    }
}
