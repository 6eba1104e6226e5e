using Nabla.Graph;

namespace Nabla.Compiler.Freeze;

/// <summary>
/// Finds what a graph computes from constants alone: the values that are worth computing once and keeping.
/// </summary>
/// <remarks>
/// A view of a constant stays a view, which costs nothing, unless its reader would have to copy it first. A value that
/// is larger than all that it is computed from is not kept: a vector stretched over images stays a vector, and a
/// position table of a million rows is computed when it is wanted.
/// </remarks>
internal sealed class ConstantFolding
{
    // Values of this size are kept, however little they are computed from.
    private const long SmallElements = 1 << 16;

    private readonly Dictionary<Tensor, Layout> _layouts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, Tensor> _roots = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Tensor> _found = new(ReferenceEqualityComparer.Instance);

    private ConstantFolding()
    {
    }

    /// <summary>The values to compute, each the result of an operation.</summary>
    public static IReadOnlyList<Tensor> Find(GraphFunction function)
    {
        var folding = new ConstantFolding();
        foreach (Node node in GraphOrder.Of(function.Results))
        {
            folding.Visit(node);
        }

        foreach (Tensor result in function.Results)
        {
            folding.Want(result, takesViews: false);
        }

        return [.. folding._found];
    }

    private void Visit(Node node)
    {
        if (node.Op is ConstantOp)
        {
            AddRoot(node.Outputs[0]);
            return;
        }

        if (node.Op is not LeafOp && node.Inputs.All(IsConstant) && node.Inputs.Count > 0)
        {
            if (node.Op is ViewOp view)
            {
                AddView(node, view);
                return;
            }

            if (!node.Op.CanFail && IsWorthKeeping(node))
            {
                foreach (Tensor output in node.Outputs)
                {
                    AddRoot(output);
                }

                return;
            }
        }

        bool takesViews = node.Op is ElementwiseOp or ReductionOp or ViewOp or ContractionOp { TakesViews: true };
        foreach (Tensor input in node.Inputs)
        {
            Want(input, takesViews);
        }
    }

    private void AddView(Node node, ViewOp view)
    {
        (Tensor input, Tensor output) = (node.Inputs[0], node.Outputs[0]);
        Tensor root = RootOf(input);
        if (view.View(LayoutOf(input)) is { } layout)
        {
            _roots.Add(output, root);
            _layouts.Add(output, layout);
        }
        else
        {
            AddRoot(output);
        }
    }

    private void AddRoot(Tensor tensor)
    {
        _roots.Add(tensor, tensor);
        _layouts.Add(tensor, Layout.Contiguous(tensor.Shape));
    }

    private void Want(Tensor tensor, bool takesViews)
    {
        if (!IsConstant(tensor))
        {
            return;
        }

        Tensor root = RootOf(tensor);
        bool isCopied = !takesViews && root != tensor && !LayoutOf(tensor).IsContiguous
            && tensor.Shape.ElementCount <= Math.Max(SmallElements, root.Shape.ElementCount);
        Tensor wanted = isCopied ? tensor : root;
        if (wanted is { IsEvaluated: false, Node.Op: not LeafOp })
        {
            _found.Add(wanted);
        }
    }

    private bool IsWorthKeeping(Node node)
    {
        long source = node.Inputs.Select(RootOf).Distinct().Sum(root => root.Shape.ElementCount);
        return node.Outputs.Sum(output => output.Shape.ElementCount) <= Math.Max(SmallElements, source);
    }

    private bool IsConstant(Tensor tensor) => tensor.IsEvaluated || _roots.ContainsKey(tensor);

    private Tensor RootOf(Tensor tensor) => _roots.GetValueOrDefault(tensor, tensor);

    private Layout LayoutOf(Tensor tensor) =>
        _layouts.TryGetValue(tensor, out Layout? layout) ? layout : Layout.Contiguous(tensor.Shape);
}
