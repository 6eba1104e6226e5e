using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The same numbers as elements of another type.</summary>
    /// <remarks>
    /// Floating numbers are truncated towards zero on the way to integers, and saturate there, NaN becoming 0; integers
    /// wrap around on the way to shorter ones; anything but zero is true.
    /// </remarks>
    public Tensor Cast(DType dtype) => dtype == DType ? this : new CastOp(dtype).Apply(this);

    /// <summary>This tensor if its elements are floating numbers, else cast to float32.</summary>
    internal Tensor AsFloating() => Cast(DTypes.Floating(DType));
}

internal sealed record CastOp(DType Target) : ElementwiseOp
{
    public override OpDomain Domain => OpDomain.Any;

    public override DType ResultType(DType input) => Target;

    // A cast of a number is a number of the other type.
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) =>
        inputs[0] is { IsEvaluated: false, Node.Op: ConstantOp constant }
            ? new ConstantOp(constant.Value.As(Target), Target).Apply()
            : null;

    public override double Reference(ReadOnlySpan<double> inputs) => Target switch
    {
        DType.Bool => inputs[0] != 0 ? 1 : 0,
        DType.UInt8 => (byte)(long)inputs[0],
        DType.Int32 => double.IsInteger(inputs[0]) && Math.Abs(inputs[0]) < 1L << 53
            ? (int)(long)inputs[0]
            : (int)inputs[0],
        DType.Int64 => (long)inputs[0],
        DType.Float32 => (float)inputs[0],
        _ => inputs[0],
    };

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0];
        return [x.DType.IsFloating && Target.IsFloating ? gradients[0]!.Cast(x.DType) : null];
    }
}
