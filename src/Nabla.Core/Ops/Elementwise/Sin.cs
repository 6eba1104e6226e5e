using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The sine of each element, in radians.</summary>
    /// <remarks>Computes <c>y = sin x</c>; infinities give NaN.</remarks>
    public Tensor Sin() => SinOp.Instance.Apply(AsFloating());
}

internal sealed record SinOp : UnaryOp
{
    public static readonly SinOp Instance = new();

    protected override double Reference(double x) => Math.Sin(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * x.Cos();
}
