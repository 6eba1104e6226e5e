namespace Nabla.Graph;

/// <summary>A CLR number: a constant of traced programs, an input of untraced ones.</summary>
internal sealed record ConstantOp(Scalar Value, DType DType) : LeafOp
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => new(DType, Shape.Scalar);
}
