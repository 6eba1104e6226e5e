using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The hyperbolic tangent of each element, in (−1, 1).</summary>
    /// <remarks>Computes <c>y = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)</c>; NaN stays NaN.</remarks>
    public Tensor Tanh() => TanhOp.Instance.Apply(AsFloating());
}

internal sealed record TanhOp : UnaryOp
{
    public static readonly TanhOp Instance = new();

    protected override double Reference(double x) => Math.Tanh(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * (1 - y.Square());
}
