using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Whether exactly one element is true; for integers, the bits that differ; broadcasting.</summary>
    /// <exception cref="DTypeMismatchException">The elements are floating numbers.</exception>
    public static Tensor operator ^(Tensor left, Tensor right) => XorOp.Instance.On(left, right);

    /// <inheritdoc cref="op_ExclusiveOr(Tensor, Tensor)"/>
    public static Tensor operator ^(Tensor left, Scalar right) => XorOp.Instance.On(left, right);

    /// <inheritdoc cref="op_ExclusiveOr(Tensor, Tensor)"/>
    public static Tensor operator ^(Scalar left, Tensor right) => XorOp.Instance.On(left, right);
}

internal sealed record XorOp : BinaryOp
{
    public static readonly XorOp Instance = new();

    public override OpDomain Domain => OpDomain.Logical;

    protected override double Reference(double a, double b) => (long)a ^ (long)b;

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy) => (null, null);
}
