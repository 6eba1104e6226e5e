using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Adds elementwise, broadcasting.</summary>
    public static Tensor operator +(Tensor left, Tensor right) => AddOp.Instance.On(left, right);

    /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
    public static Tensor operator +(Tensor left, Scalar right) => AddOp.Instance.On(left, right);

    /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
    public static Tensor operator +(Scalar left, Tensor right) => AddOp.Instance.On(left, right);
}

internal sealed record AddOp : BinaryOp
{
    public static readonly AddOp Instance = new();

    // x + 0 → x;  a·b + c → one fused multiply-add
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) =>
        inputs[1].IsConstantValue(0) ? inputs[0]
        : inputs[0].IsConstantValue(0) ? inputs[1]
        : MultiplyAddOp.TryFuse(inputs[0], inputs[1]) ?? MultiplyAddOp.TryFuse(inputs[1], inputs[0]);

    protected override double Reference(double a, double b) => a + b;

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy) => (dy, dy);
}
