using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Whether both elements are true; for integers, the bits set in both; broadcasting.</summary>
    /// <exception cref="DTypeMismatchException">The elements are floating numbers.</exception>
    public static Tensor operator &(Tensor left, Tensor right) => AndOp.Instance.On(left, right);

    /// <inheritdoc cref="op_BitwiseAnd(Tensor, Tensor)"/>
    public static Tensor operator &(Tensor left, Scalar right) => AndOp.Instance.On(left, right);

    /// <inheritdoc cref="op_BitwiseAnd(Tensor, Tensor)"/>
    public static Tensor operator &(Scalar left, Tensor right) => AndOp.Instance.On(left, right);
}

internal sealed record AndOp : BinaryOp
{
    public static readonly AndOp Instance = new();

    public override OpDomain Domain => OpDomain.Logical;

    protected override double Reference(double a, double b) => (long)a & (long)b;

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy) => (null, null);
}
