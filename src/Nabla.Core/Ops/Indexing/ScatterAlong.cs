using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// Adds elements along an axis, each at an index of its own; elements with the same index add up, in their order.
    /// </summary>
    /// <remarks>
    /// Computes <c>y[indices[i, j], j] += updates[i, j]</c> along axis 0 on a copy of this tensor;
    /// the same bits on every run.
    /// </remarks>
    /// <param name="indices">int32 or int64; the shape of this tensor but for the axis.</param>
    /// <param name="updates">The shape of the indices.</param>
    /// <param name="axis">The axis that indices point into.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ on another axis.</exception>
    /// <exception cref="IndexOutOfBoundsException">When it runs: an index names no element.</exception>
    public Tensor ScatterAddAlong(Tensor indices, Tensor updates, int axis)
    {
        ArgumentNullException.ThrowIfNull(updates);
        axis = Shape.Axis(axis);
        Tensor sums = new ScatterAlongOp(axis, Shape[axis])
            .Apply(IndexedAccess.AsIndices(indices), updates.Cast(DType));
        return sums.Shape == Shape
            ? this + sums
            : throw new ShapeMismatchException(
                $"ScatterAddAlong cannot add updates {updates.Shape} to {Shape} along axis {axis}: "
                + "all other axes must be equal.",
                Shape, updates.Shape);
    }
}

/// <summary>Sums elements by index into zeros: the transpose of <see cref="TakeAlongOp"/>.</summary>
internal sealed record ScatterAlongOp(int Axis, long Extent) : IndexedAccess(Axis)
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor indices = inputs[0], updates = inputs[1];
        CheckIndices(indices);
        return indices.Shape == updates.Shape
            ? new TensorSpec(updates.DType, updates.Shape.With(Axis, Extent))
            : throw new ShapeMismatchException(
                $"{Subject} takes an index for each update, but got {indices.Shape} and {updates.Shape}.",
                indices.Shape, updates.Shape);
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [null, gradients[0]!.TakeAlong(node.Inputs[0], Axis)];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor indices = call.Inputs[0], updates = call.Inputs[1], y = call.Outputs[0];
        long width = y.Stride(Axis), count = indices.Shape[Axis];
        Array.Clear(y.Values);
        for (long i = 0; i < updates.Values.Length; i++)
        {
            y[(((i / (width * count) * Extent) + Check(indices, i, Extent)) * width) + (i % width)] += updates[i];
        }
    }
}
