using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The exponential of each element.</summary>
    /// <remarks>Computes <c>y = eˣ</c>; NaN stays NaN.</remarks>
    public Tensor Exp() => ExpOp.Instance.Apply(AsFloating());
}

internal sealed record ExpOp : UnaryOp
{
    public static readonly ExpOp Instance = new();

    protected override double Reference(double x) => Math.Exp(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * y;
}
