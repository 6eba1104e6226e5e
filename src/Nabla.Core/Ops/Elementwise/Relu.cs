using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Sets negative elements to zero.</summary>
    /// <remarks>Computes <c>y = max(x, 0)</c>; NaN stays NaN. The gradient at 0 is 0.</remarks>
    public Tensor Relu() => ReluOp.Instance.Apply(this);
}

internal sealed record ReluOp : UnaryOp
{
    public static readonly ReluOp Instance = new();

    public override OpDomain Domain => OpDomain.Numeric;

    protected override double Reference(double x) => x < 0 ? 0 : x;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => (y > 0).Where(dy, 0);
}
