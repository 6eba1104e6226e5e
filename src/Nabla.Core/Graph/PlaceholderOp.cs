namespace Nabla.Graph;

/// <summary>An input of a traced function.</summary>
internal sealed record PlaceholderOp(int Index, TensorSpec Spec) : LeafOp
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => Spec;
}
