using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The tangent of each element, in radians.</summary>
    /// <remarks>Computes <c>y = tan x</c>; infinities give NaN.</remarks>
    public Tensor Tan() => TanOp.Instance.Apply(AsFloating());
}

internal sealed record TanOp : UnaryOp
{
    public static readonly TanOp Instance = new();

    protected override double Reference(double x) => Math.Tan(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * (y.Square() + 1);
}
