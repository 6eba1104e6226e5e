using Nabla.Graph;

namespace Nabla.Compiler.Freeze;

/// <summary>
/// Moves a constant factor of each column into the weights: <c>(x·w)·s → x·(w·s)</c>, as after a convolution that a
/// normalization follows.
/// </summary>
/// <remarks>
/// The sums round differently afterwards, so that only frozen programs do this. What is added stays in the epilogue.
/// </remarks>
internal sealed class ScaleFolding
{
    private readonly Dictionary<Tensor, int> _readers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Tensor> _constants = new(ReferenceEqualityComparer.Instance);

    private ScaleFolding(GraphFunction function)
    {
        foreach (Node node in GraphOrder.Of(function.Results))
        {
            foreach (Tensor input in node.Inputs)
            {
                _readers[input] = _readers.GetValueOrDefault(input) + 1;
            }

            if (node.Op is ConstantOp || (node.Op is not LeafOp && node.Inputs.All(IsConstant)))
            {
                _constants.UnionWith(node.Outputs);
            }
        }

        foreach (Tensor result in function.Results)
        {
            _readers[result] = _readers.GetValueOrDefault(result) + 1;
        }
    }

    public static GraphFunction Run(GraphFunction function)
    {
        var folding = new ScaleFolding(function);
        return GraphRewrite.Run(function, folding.Replace);
    }

    private Tensor[]? Replace(Node node, Tensor[] inputs)
    {
        if (node.Op is not ElementwiseOp { Product: { } terms })
        {
            return null;
        }

        Tensor? scaled = Scale(node, inputs, terms.Left, terms.Right) ?? Scale(node, inputs, terms.Right, terms.Left);
        return scaled is null ? null : [terms.Addend is { } addend ? scaled + inputs[addend] : scaled];
    }

    /// <summary>The product of two inputs, made without multiplying by <paramref name="factor"/>.</summary>
    private Tensor? Scale(Node node, Tensor[] inputs, int product, int factor)
    {
        if (!IsConstant(node.Inputs[factor]) || ContractionBehind(node.Inputs[product]) is not { } contraction
            || ColumnVector(inputs[factor]) is not { } vector)
        {
            return null;
        }

        int axis = ((ContractionOp)contraction.Op).ColumnAxis!.Value;
        return WithScaledWeights(inputs[product], contraction.Op, vector, axis);
    }

    /// <summary>
    /// The contraction with constant weights whose result a tensor is, in as many columns, and that nobody else reads.
    /// </summary>
    private Node? ContractionBehind(Tensor tensor)
    {
        long columns = tensor.Rank == 0 ? 1 : tensor.Shape[-1];
        while (tensor is { IsEvaluated: false, Node: { } node } && _readers[tensor] == 1)
        {
            switch (node.Op)
            {
                case ViewOp view
                    when view.View(Layout.Contiguous(node.Inputs[0].Shape)) is { IsContiguous: true }
                    && node.Inputs[0].Shape.ElementCount == tensor.Shape.ElementCount:
                    tensor = node.Inputs[0];
                    continue;
                case ContractionOp { ColumnAxis: not null } when tensor.Shape[-1] == columns:
                    return IsConstant(node.Inputs[1]) ? node : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The numbers of the last axis, where a tensor repeats them along all others; else null.</summary>
    private static Tensor? ColumnVector(Tensor factor)
    {
        if (factor.Rank == 0 || factor.Shape.ElementCount == 0 || LayoutOf(factor) is not { } layout)
        {
            return null;
        }

        for (int axis = 0; axis < factor.Rank - 1; axis++)
        {
            if (layout.Shape[axis] > 1 && layout.Strides[axis] != 0)
            {
                return null;
            }

            factor = factor.Slice(axis, ..1);
        }

        return factor.Reshape(factor.Shape[-1]);
    }

    private static Tensor WithScaledWeights(Tensor tensor, Op contraction, Tensor vector, int axis)
    {
        Node node = tensor.Node!;
        using LayerScope scope = LayerScope.Set(node.Path);
        return node.Op == contraction
            ? node.Op.Apply(node.Inputs[0], ScaleAxis(node.Inputs[1], vector, axis))
            : node.Op.Apply(WithScaledWeights(node.Inputs[0], contraction, vector, axis));
    }

    /// <summary>Scales weights along an axis; those that are repeated over a batch stay one.</summary>
    private static Tensor ScaleAxis(Tensor weights, Tensor vector, int axis)
    {
        Shape shape = weights.Shape;
        if (LayoutOf(weights) is { } layout)
        {
            for (int outer = 0; outer < weights.Rank - 2; outer++)
            {
                weights = layout.Strides[outer] == 0 && shape[outer] > 1 ? weights.Slice(outer, ..1) : weights;
            }
        }

        long[] extents = [.. Enumerable.Repeat(1L, -axis - 1).Prepend(vector.Shape[0])];
        return (weights * vector.Reshape(Shape.Create(extents))).BroadcastTo(shape);
    }

    /// <summary>Where a view's elements lie over what it is a view of; null where they must be copied first.</summary>
    private static Layout? LayoutOf(Tensor tensor) =>
        tensor is { IsEvaluated: false, Node: { Op: ViewOp view } node }
            ? LayoutOf(node.Inputs[0]) is { } layout ? view.View(layout) : null
            : Layout.Contiguous(tensor.Shape);

    private bool IsConstant(Tensor tensor) => tensor.IsEvaluated || _constants.Contains(tensor);
}
