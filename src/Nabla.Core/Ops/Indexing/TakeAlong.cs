using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Picks elements along an axis, each by an index of its own.</summary>
    /// <remarks>Computes <c>y[i, j] = x[indices[i, j], j]</c> along axis 0, and likewise along others.</remarks>
    /// <param name="indices">int32 or int64; the shape of this tensor but for the axis.</param>
    /// <param name="axis">The axis that indices point into.</param>
    /// <returns>The shape of the indices.</returns>
    /// <exception cref="ShapeMismatchException">The shapes differ on another axis.</exception>
    /// <exception cref="IndexOutOfBoundsException">When it runs: an index names no element.</exception>
    public Tensor TakeAlong(Tensor indices, int axis) =>
        new TakeAlongOp(Shape.Axis(axis)).Apply(this, IndexedAccess.AsIndices(indices));
}

internal sealed record TakeAlongOp(int Axis) : IndexedAccess(Axis)
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0], indices = inputs[1];
        CheckIndices(indices);
        return x.Rank == indices.Rank && x.Shape.With(Axis, 0) == indices.Shape.With(Axis, 0)
            ? new TensorSpec(x.DType, indices.Shape)
            : throw new ShapeMismatchException(
                $"{Subject} along axis {Axis} takes indices of the shape {x.Shape} but for that axis, "
                + $"and got {indices.Shape}; to look up whole slices, use Gather.", x.Shape, indices.Shape);
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [new ScatterAlongOp(Axis, node.Inputs[0].Shape[Axis]).Apply(node.Inputs[1], gradients[0]!), null];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], indices = call.Inputs[1], y = call.Outputs[0];
        long width = x.Stride(Axis), extent = x.Shape[Axis], count = indices.Shape[Axis];
        for (long i = 0; i < y.Values.Length; i++)
        {
            y[i] = x[(((i / (width * count) * extent) + Check(indices, i, extent)) * width) + (i % width)];
        }
    }
}
