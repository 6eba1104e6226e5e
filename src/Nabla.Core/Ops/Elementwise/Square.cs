using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Each element times itself.</summary>
    /// <remarks>Computes <c>y = x²</c>.</remarks>
    public Tensor Square() => SquareOp.Instance.Apply(this);
}

internal sealed record SquareOp : UnaryOp
{
    public static readonly SquareOp Instance = new();

    public override OpDomain Domain => OpDomain.Numeric;

    protected override double Reference(double x) => x * x;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * (x * 2);
}
