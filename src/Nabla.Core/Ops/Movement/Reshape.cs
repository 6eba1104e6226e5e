using System.Runtime.CompilerServices;
using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// The same elements in the same order under other extents; costs no memory where strides allow it.
    /// </summary>
    /// <exception cref="ShapeMismatchException">The element counts differ.</exception>
    public Tensor Reshape(Shape shape) => shape == Shape ? this : new ReshapeOp(shape).Apply(this);

    /// <summary>
    /// The same elements in the same order under other extents, one of which may be −1: whatever is left.
    /// </summary>
    /// <exception cref="ShapeMismatchException">The element counts differ, or more than one extent is −1.</exception>
    [OverloadResolutionPriority(1)] // for Reshape([2, -1]): a Shape knows no -1
    public Tensor Reshape(params ReadOnlySpan<long> extents)
    {
        long[] resolved = extents.ToArray();
        int unknown = Array.IndexOf(resolved, -1);
        if (unknown >= 0)
        {
            resolved[unknown] = 1;
            long known = 1;
            foreach (long extent in resolved)
            {
                known *= extent;
            }

            long count = Shape.ElementCount;
            if (known <= 0 || count % known != 0)
            {
                throw new ShapeMismatchException(
                    $"Reshape cannot spread {Shape}, {count} elements, over [{string.Join(", ", extents.ToArray())}]; "
                    + "one extent may be -1, and the others must divide the element count.", Shape);
            }

            resolved[unknown] = count / known;
        }

        return Reshape(Shape.Create(resolved));
    }

    /// <summary>Inserts an axis of extent 1 before <paramref name="axis"/>; −1 appends one.</summary>
    public Tensor ExpandAxis(int axis) => Reshape(Shape.Insert(axis < 0 ? axis + Rank + 1 : axis, 1));

    /// <summary>Removes an axis of extent 1.</summary>
    /// <exception cref="ShapeMismatchException">The axis has another extent.</exception>
    public Tensor Squeeze(int axis) => Shape[axis] == 1
        ? Reshape(Shape.Without(axis))
        : throw new ShapeMismatchException(
            $"Squeeze removes axes of extent 1, but axis {axis} of {Shape} has extent {Shape[axis]}; "
            + "index or reduce it instead.", Shape);
}

internal sealed record ReshapeOp(Shape Shape) : ViewOp
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0];
        return x.Shape.ElementCount == Shape.ElementCount
            ? new TensorSpec(x.DType, Shape)
            : throw new ShapeMismatchException(
                $"{Subject} cannot turn {x.Shape}, {x.Shape.ElementCount} elements, "
                + $"into {Shape}, {Shape.ElementCount} elements; the counts must be equal.", x.Shape, Shape);
    }

    public override Layout? View(Layout input) => input.Reshape(Shape);

    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) =>
        inputs[0].Shape == Shape ? inputs[0]
        : inputs[0] is { IsEvaluated: false, Node: { Op: ReshapeOp } node } ? Apply(node.Inputs[0])
        : null;

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [gradients[0]!.Reshape(node.Inputs[0].Shape)];
}
