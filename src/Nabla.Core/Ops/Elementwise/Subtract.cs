using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Subtracts elementwise, broadcasting.</summary>
    public static Tensor operator -(Tensor left, Tensor right) => SubtractOp.Instance.On(left, right);

    /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
    public static Tensor operator -(Tensor left, Scalar right) => SubtractOp.Instance.On(left, right);

    /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
    public static Tensor operator -(Scalar left, Tensor right) => SubtractOp.Instance.On(left, right);
}

internal sealed record SubtractOp : BinaryOp
{
    public static readonly SubtractOp Instance = new();

    // x − 0 → x;  c − a·b → one fused multiply-add
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) =>
        inputs[1].IsConstantValue(0) ? inputs[0] : MultiplyAddOp.TryFuseNegated(inputs[1], inputs[0]);

    protected override double Reference(double a, double b) => a - b;

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy) => (dy, -dy);
}
