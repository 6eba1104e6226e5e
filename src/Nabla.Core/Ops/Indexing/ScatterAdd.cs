using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// Adds slices to those of this tensor that indices name; slices with the same index add up, in their order.
    /// </summary>
    /// <remarks>
    /// Computes <c>y[…, indices[i…], …] += updates[…, i…, …]</c> on a copy of this tensor; the same bits on every run.
    /// </remarks>
    /// <param name="indices">int32 or int64, any shape; each from 0 to the extent of the axis.</param>
    /// <param name="updates">[before axis…, indices…, after axis…].</param>
    /// <param name="axis">The axis that indices point into.</param>
    /// <exception cref="ShapeMismatchException">The updates do not have that shape.</exception>
    /// <exception cref="IndexOutOfBoundsException">When it runs: an index names no element.</exception>
    public Tensor ScatterAdd(Tensor indices, Tensor updates, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(updates);
        axis = Shape.Axis(axis);
        Tensor sums = new ScatterAddOp(axis, Shape[axis]).Apply(IndexedAccess.AsIndices(indices), updates.Cast(DType));
        return sums.Shape == Shape
            ? this + sums
            : throw new ShapeMismatchException(
                $"ScatterAdd cannot add updates {updates.Shape} at indices {indices.Shape} to {Shape} "
                + $"along axis {axis}: all other axes must be equal.", Shape, indices.Shape, updates.Shape);
    }
}

/// <summary>Sums slices by index into zeros: the transpose of <see cref="GatherOp"/>.</summary>
internal sealed record ScatterAddOp(int Axis, long Extent) : IndexedAccess(Axis)
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor indices = inputs[0], updates = inputs[1];
        CheckIndices(indices);
        int end = Axis + indices.Rank;
        ReadOnlySpan<long> extents = updates.Shape.Extents;
        return end <= extents.Length && extents[Axis..end].SequenceEqual(indices.Shape.Extents)
            ? new TensorSpec(updates.DType, Shape.Create([.. extents[..Axis], Extent, .. extents[end..]]))
            : throw new ShapeMismatchException(
                $"{Subject} takes updates that have the axes of the indices {indices.Shape} at axis {Axis}, "
                + $"but got {updates.Shape}.",
                indices.Shape, updates.Shape);
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [null, gradients[0]!.Gather(node.Inputs[0], Axis)];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor indices = call.Inputs[0], updates = call.Inputs[1], y = call.Outputs[0];
        long width = y.Stride(Axis), count = indices.Values.Length;
        Array.Clear(y.Values);
        for (long i = 0; i < updates.Values.Length; i++)
        {
            long index = Check(indices, i / width % count, Extent);
            y[(((i / (width * count) * Extent) + index) * width) + (i % width)] += updates[i];
        }
    }
}
