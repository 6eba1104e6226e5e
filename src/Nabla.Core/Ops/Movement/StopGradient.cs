using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The same value, through which no gradient flows.</summary>
    public Tensor StopGradient() => StopGradientOp.Instance.Apply(this);
}

internal sealed record StopGradientOp : ViewOp
{
    public static readonly StopGradientOp Instance = new();

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Layout? View(Layout input) => input;

    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) => inputs[0];

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [null];
}
