using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Squashes each element into (0, 1).</summary>
    /// <remarks>Computes <c>y = 1 / (1 + e⁻ˣ)</c>; NaN stays NaN.</remarks>
    public Tensor Sigmoid() => SigmoidOp.Instance.Apply(AsFloating());
}

internal sealed record SigmoidOp : UnaryOp
{
    public static readonly SigmoidOp Instance = new();

    public override ValueRange Range => ValueRange.Probability;

    protected override double Reference(double x) => 1 / (1 + Math.Exp(-x));

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * (y * (1 - y));
}
