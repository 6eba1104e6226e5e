using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The natural logarithm of each element.</summary>
    /// <remarks>Computes <c>y = ln x</c>; negative numbers give NaN, zero gives −∞.</remarks>
    public Tensor Log() => LogOp.Instance.Apply(AsFloating());
}

internal sealed record LogOp : UnaryOp
{
    public static readonly LogOp Instance = new();

    protected override double Reference(double x) => Math.Log(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy / x;
}
