using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Divides elementwise, broadcasting; integers and bools are divided as float32.</summary>
    public static Tensor operator /(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return DivideOp.Instance.On(left.AsFloating(), right.AsFloating());
    }

    /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
    public static Tensor operator /(Tensor left, Scalar right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return DivideOp.Instance.On(left.AsFloating(), right);
    }

    /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
    public static Tensor operator /(Scalar left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return DivideOp.Instance.On(left, right.AsFloating());
    }
}

internal sealed record DivideOp : BinaryOp
{
    public static readonly DivideOp Instance = new();

    public override OpDomain Domain => OpDomain.Floating;

    // x / 2ⁿ → x · 2⁻ⁿ, which is exact as long as both powers are normal numbers
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs)
    {
        int largest = inputs[0].DType is DType.Float32 ? 126 : 1022;
        return inputs[1].IsConstant(out Scalar divisor)
            && double.IsPow2(Math.Abs(divisor.ToDouble()))
            && Math.Abs(Math.ILogB(divisor.ToDouble())) <= largest
            ? inputs[0] * (1 / divisor.ToDouble())
            : null;
    }

    protected override double Reference(double a, double b) => a / b;

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy) =>
        (dy / b, -(dy * y) / b);
}
