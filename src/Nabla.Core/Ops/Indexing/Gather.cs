using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Looks up slices along an axis by their indices: rows of a matrix, vectors of an embedding.</summary>
    /// <remarks>
    /// Computes <c>y[…, i…, …] = x[…, indices[i…], …]</c>: the axes of the indices take the place of the axis.
    /// </remarks>
    /// <param name="indices">int32 or int64, any shape; each from 0 to the extent of the axis.</param>
    /// <param name="axis">The axis that indices point into.</param>
    /// <returns>[before axis…, indices…, after axis…].</returns>
    /// <exception cref="DTypeMismatchException">The indices are no integers.</exception>
    /// <exception cref="IndexOutOfBoundsException">When it runs: an index names no element.</exception>
    public Tensor Gather(Tensor indices, int axis = 0) =>
        new GatherOp(Shape.Axis(axis)).Apply(this, IndexedAccess.AsIndices(indices));
}

internal sealed record GatherOp(int Axis) : IndexedAccess(Axis)
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        CheckIndices(inputs[1]);
        ReadOnlySpan<long> extents = inputs[0].Shape.Extents;
        return new TensorSpec(
            inputs[0].DType, Shape.Create([.. extents[..Axis], .. inputs[1].Shape.Extents, .. extents[(Axis + 1)..]]));
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0], indices = node.Inputs[1];
        return [new ScatterAddOp(Axis, x.Shape[Axis]).Apply(indices, gradients[0]!), null];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], indices = call.Inputs[1], y = call.Outputs[0];
        long width = x.Stride(Axis), extent = x.Shape[Axis], count = indices.Values.Length;
        for (long i = 0; i < y.Values.Length; i++)
        {
            long index = Check(indices, i / width % count, extent);
            y[i] = x[(((i / (width * count) * extent) + index) * width) + (i % width)];
        }
    }
}
