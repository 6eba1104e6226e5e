using Nabla.Graph;

namespace Nabla.Autodiff;

/// <summary>Another handle on the same value; it vanishes when the graph is simplified.</summary>
internal sealed record AliasOp : ViewOp
{
    public static readonly AliasOp Instance = new();

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Layout? View(Layout input) => input;

    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) => inputs[0];

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [gradients[0]];
}
