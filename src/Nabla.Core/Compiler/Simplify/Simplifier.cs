using Nabla.Graph;

namespace Nabla.Compiler.Simplify;

/// <summary>
/// Rewrites a graph into an equal, cheaper one: algebra, constant folding, common subexpressions, dead code.
/// </summary>
/// <remarks>
/// One walk from leaves to results. The rules of an operation live beside it (<see cref="Op.Simplify"/>); what is new
/// is simplified again until nothing changes. Unused nodes are simply never reached.
/// </remarks>
internal sealed class Simplifier(BackendTraits traits)
{
    private readonly Dictionary<Tensor, Tensor> _replacements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<NodeKey, Node> _known = [];

    public static GraphFunction Run(GraphFunction function, BackendTraits traits)
    {
        var simplifier = new Simplifier(traits);
        return function.Map(simplifier.Simplify);
    }

    private Tensor Simplify(Tensor result)
    {
        foreach (Node node in GraphOrder.Of([result], isKnown: node => _replacements.ContainsKey(node.Outputs[0])))
        {
            Visit(node);
        }

        return Replacement(result);
    }

    private Tensor Replacement(Tensor tensor) => _replacements.GetValueOrDefault(tensor, tensor);

    private void Visit(Node node)
    {
        using LayerScope scope = LayerScope.Set(node.Path);
        Tensor[] inputs = [.. node.Inputs.Select(Replacement)];
        Tensor[] results = Rewrite(node, inputs) is { } rewritten
            ? [.. rewritten.Select(Simplify)]
            : [.. Unique(node, inputs).Outputs];
        for (int i = 0; i < results.Length; i++)
        {
            _replacements[node.Outputs[i]] = results[i];
            _replacements.TryAdd(results[i], results[i]);
        }
    }

    private Tensor[]? Rewrite(Node node, Tensor[] inputs)
    {
        DType dtype = inputs.Length == 0 ? node.Outputs[0].DType : inputs[0].DType;
        if (node.Op is FusedOp fused && !traits.HasKernel(fused, dtype))
        {
            return fused.Definition(inputs);
        }

        if (Fold(node, inputs) is { } constant)
        {
            return [constant];
        }

        return node.Op.Simplify(inputs) is { } simpler ? [simpler] : null;
    }

    /// <summary>An elementwise operation on known numbers is a known number.</summary>
    private static Tensor? Fold(Node node, Tensor[] inputs)
    {
        if (node.Op is not ElementwiseOp op || !node.Outputs[0].DType.IsFloating)
        {
            return null;
        }

        Span<double> values = stackalloc double[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (!inputs[i].IsConstant(out Scalar value) || !inputs[i].DType.IsFloating)
            {
                return null;
            }

            values[i] = inputs[i].DType is DType.Float32 ? (float)value.ToDouble() : value.ToDouble();
        }

        TensorSpec spec = node.Outputs[0].Spec;
        double result = op.Reference(values);
        return Tensor.Constant(spec.DType is DType.Float32 ? (float)result : result, spec.DType)
            .BroadcastTo(spec.Shape);
    }

    private Node Unique(Node node, Tensor[] inputs)
    {
        var key = new NodeKey(node.Op, inputs);
        if (!_known.TryGetValue(key, out Node? unique))
        {
            unique = inputs.AsSpan().SequenceEqual([.. node.Inputs]) ? node : node.Op.Record(inputs);
            _known.Add(key, unique);
        }

        return unique;
    }
}
