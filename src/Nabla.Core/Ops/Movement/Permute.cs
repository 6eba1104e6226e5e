using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// The axes in another order: axis <c>i</c> of the result is axis <c>order[i]</c> of this; costs no memory.
    /// </summary>
    /// <exception cref="ShapeMismatchException">The order does not name each axis once.</exception>
    public Tensor Permute(params ReadOnlySpan<int> order)
    {
        var axes = new int[order.Length];
        bool isIdentity = order.Length == Rank;
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = Shape.Axis(order[i]);
            isIdentity &= axes[i] == i;
        }

        return isIdentity ? this : new PermuteOp(axes).Apply(this);
    }

    /// <summary>The last two axes swapped: the matrix transpose, batched; costs no memory.</summary>
    /// <exception cref="ShapeMismatchException">There are fewer than two axes.</exception>
    public Tensor Transpose() => Rank >= 2 ? Transpose(-2, -1)
        : throw new ShapeMismatchException(
            $"Transpose swaps the last two axes, but {Shape} has {Rank}; reshape it to a matrix first.", Shape);

    /// <summary>Two axes swapped; costs no memory.</summary>
    public Tensor Transpose(int first, int second)
    {
        int[] order = [.. Enumerable.Range(0, Rank)];
        (first, second) = (Shape.Axis(first), Shape.Axis(second));
        (order[first], order[second]) = (second, first);
        return Permute(order);
    }
}

internal sealed record PermuteOp(Axes<int> Order) : ViewOp
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Shape shape = inputs[0].Shape;
        if (Order.Count != shape.Rank || Order.Span.ToArray().Distinct().Count() != shape.Rank)
        {
            throw new ShapeMismatchException($"{Subject} {Order} does not name each axis of {shape} once.", shape);
        }

        return new TensorSpec(inputs[0].DType, Layout.Contiguous(shape).Permute(Order.Span).Shape);
    }

    public override Layout? View(Layout input) => input.Permute(Order.Span);

    // A permutation of a permutation is one permutation.
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs)
    {
        if (inputs[0] is { IsEvaluated: false, Node: { Op: PermuteOp inner } node })
        {
            int[] order = [.. Order.Span];
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = inner.Order[order[i]];
            }

            return node.Inputs[0].Permute(order);
        }

        return null;
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        var inverse = new int[Order.Count];
        for (int i = 0; i < inverse.Length; i++)
        {
            inverse[Order[i]] = i;
        }

        return [gradients[0]!.Permute(inverse)];
    }
}
