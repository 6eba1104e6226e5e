using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The angle in (−π/2, π/2) whose tangent is each element.</summary>
    /// <remarks>Computes <c>y = arctan x</c>.</remarks>
    public Tensor Atan() => AtanOp.Instance.Apply(AsFloating());
}

internal sealed record AtanOp : UnaryOp
{
    public static readonly AtanOp Instance = new();

    protected override double Reference(double x) => Math.Atan(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy / (x.Square() + 1);
}
