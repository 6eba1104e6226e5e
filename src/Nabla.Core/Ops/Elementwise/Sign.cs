using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>−1, 0 or 1 by the sign of each element.</summary>
    /// <remarks>NaN stays NaN. The gradient is 0 everywhere.</remarks>
    public Tensor Sign() => SignOp.Instance.Apply(this);
}

internal sealed record SignOp : UnaryOp
{
    public static readonly SignOp Instance = new();

    public override OpDomain Domain => OpDomain.Numeric;

    protected override double Reference(double x) => double.IsNaN(x) ? x : Math.Sign(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
