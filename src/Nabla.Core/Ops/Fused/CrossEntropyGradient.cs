using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The gradient of <see cref="CrossEntropyOp"/>: <c>dx = (e^(x − logSum) − onehot(label)) · dloss</c>, in one pass and
/// without a one-hot matrix.
/// </summary>
/// <remarks>Labels were checked by the forward operation, whose sums this one reads.</remarks>
internal sealed record CrossEntropyGradientOp : FusedOp
{
    // x: [rows, classes]; labels, logSum, dloss: [rows]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0], labels = inputs[1], logSum = inputs[2].ExpandAxis(1), dloss = inputs[3].ExpandAxis(1);
        return [((x - logSum).Exp() - labels.OneHot(x.Shape[1], x.DType)) * dloss];
    }
}
