using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The square root of each element.</summary>
    /// <remarks>Computes <c>y = √x</c>; negative numbers give NaN.</remarks>
    public Tensor Sqrt() => SqrtOp.Instance.Apply(AsFloating());
}

internal sealed record SqrtOp : UnaryOp
{
    public static readonly SqrtOp Instance = new();

    protected override double Reference(double x) => Math.Sqrt(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * 0.5 / y;
}
