using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The magnitude of each element.</summary>
    /// <remarks>Computes <c>y = |x|</c>. The gradient at 0 is 0.</remarks>
    public Tensor Abs() => AbsOp.Instance.Apply(this);
}

internal sealed record AbsOp : UnaryOp
{
    public static readonly AbsOp Instance = new();

    public override OpDomain Domain => OpDomain.Numeric;

    protected override double Reference(double x) => Math.Abs(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * x.Sign();
}
