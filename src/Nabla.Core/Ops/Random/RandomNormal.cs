using Nabla.Graph;
using Nabla.Primitives;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Random numbers of a normal distribution.</summary>
    /// <inheritdoc cref="RandomUniform"/>
    /// <param name="shape">The extents.</param>
    /// <param name="key">The source; a seed will do.</param>
    /// <param name="counter">Which draw from the source: an int64 scalar; by default 0.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="deviation">The standard deviation.</param>
    /// <param name="dtype">float32 or float64.</param>
    public static Tensor RandomNormal(
        Shape shape, RandomKey key, Tensor? counter = null, double mean = 0, double deviation = 1,
        DType dtype = DType.Float32)
    {
        Tensor standard = new RandomNormalOp(shape, dtype, key).Apply(counter ?? Constant(0, DType.Int64));
        return mean == 0 && deviation == 1 ? standard : standard * deviation + mean;
    }
}

internal sealed record RandomNormalOp(Shape Shape, DType DType, RandomKey Key) : GeneratorOp(Shape)
{
    public override DType ResultType => GeneratedType.Check(this, DType);

    public override double Reference(long counter, long index) => DType is DType.Float64
        ? Philox.NormalDouble(Key.Value, (ulong)counter, (ulong)index)
        : Philox.NormalSingle(Key.Value, (ulong)counter, (ulong)index);
}
