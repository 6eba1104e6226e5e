using Nabla.Graph;
using Nabla.Primitives;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Random numbers spread evenly over [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <remarks>
    /// Numbers follow from key, counter and position alone. In a traced function a counter that is a variable, such as
    /// the step, gives fresh numbers on every run; without one they are the same each time.
    /// </remarks>
    /// <param name="shape">The extents.</param>
    /// <param name="key">The source; a seed will do.</param>
    /// <param name="counter">Which draw from the source: an int64 scalar; by default 0.</param>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">What numbers stay below.</param>
    /// <param name="dtype">float32, with 24 random bits, or float64, with 53.</param>
    public static Tensor RandomUniform(
        Shape shape, RandomKey key, Tensor? counter = null, double low = 0, double high = 1,
        DType dtype = DType.Float32)
    {
        Tensor unit = new RandomUniformOp(shape, dtype, key).Apply(counter ?? Constant(0, DType.Int64));
        return low == 0 && high == 1 ? unit : unit * (high - low) + low;
    }
}

internal sealed record RandomUniformOp(Shape Shape, DType DType, RandomKey Key) : GeneratorOp(Shape)
{
    public override DType ResultType => GeneratedType.Check(this, DType);

    public override double Reference(long counter, long index) => DType is DType.Float64
        ? Philox.UniformDouble(Key.Value, (ulong)counter, (ulong)index)
        : Philox.UniformSingle(Key.Value, (ulong)counter, (ulong)index);
}
