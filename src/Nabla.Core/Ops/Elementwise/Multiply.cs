using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Multiplies elementwise, broadcasting.</summary>
    public static Tensor operator *(Tensor left, Tensor right) => MultiplyOp.Instance.On(left, right);

    /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
    public static Tensor operator *(Tensor left, Scalar right) => MultiplyOp.Instance.On(left, right);

    /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
    public static Tensor operator *(Scalar left, Tensor right) => MultiplyOp.Instance.On(left, right);
}

internal sealed record MultiplyOp : BinaryOp
{
    public static readonly MultiplyOp Instance = new();

    public override ProductTerms? Product => new(0, 1);

    // x · 1 → x
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) =>
        inputs[1].IsConstantValue(1) ? inputs[0] : inputs[0].IsConstantValue(1) ? inputs[1] : null;

    protected override double Reference(double a, double b) => a * b;

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy) => (dy * b, dy * a);
}
