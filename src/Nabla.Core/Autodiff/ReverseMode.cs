using Nabla.Graph;

namespace Nabla.Autodiff;

/// <summary>Walks a graph from results to sources and adds up the gradient of each tensor on the way.</summary>
internal sealed class ReverseMode(IReadOnlyList<Tensor> sources)
{
    private readonly Dictionary<Tensor, Tensor> _gradients = new(ReferenceEqualityComparer.Instance);

    public Tensor?[] Run(IReadOnlyList<Tensor> results, IReadOnlyList<Tensor?> vectors)
    {
        List<Node> order = GraphOrder.Of(results, throughEvaluated: true);
        HashSet<Tensor> relevant = DependentOnSources(order);
        for (int i = 0; i < results.Count; i++)
        {
            if (vectors[i] is { } vector && relevant.Contains(results[i]))
            {
                Add(results[i], vector);
            }
        }

        for (int i = order.Count - 1; i >= 0; i--)
        {
            if (order[i].Outputs.Any(_gradients.ContainsKey))
            {
                Visit(order[i], relevant);
            }
        }

        return [.. sources.Select(source => _gradients.GetValueOrDefault(source))];
    }

    private void Visit(Node node, HashSet<Tensor> relevant)
    {
        if (!node.Inputs.Any(relevant.Contains))
        {
            return;
        }

        using LayerScope scope = LayerScope.Set(node.Path);
        Tensor?[] gradients = [.. node.Outputs.Select(output => _gradients.GetValueOrDefault(output))];
        Tensor?[] inputs = node.Op is FusedOp { HasOwnGradient: false } fused
            ? ThroughDefinition(fused, node, gradients)
            : node.Op.Gradient(node, gradients);
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] is { } gradient && relevant.Contains(node.Inputs[i]))
            {
                Check(node, i, gradient);
                Add(node.Inputs[i], gradient);
            }
        }
    }

    private static Tensor?[] ThroughDefinition(FusedOp op, Node node, Tensor?[] gradients)
    {
        // Inputs of the definition are aliased, so that the walk ends at them even when one is computed from another.
        Tensor[] inputs = [.. node.Inputs.Select(input => AliasOp.Instance.Apply(input))];
        return new ReverseMode(inputs).Run(op.Define(inputs), gradients);
    }

    private void Add(Tensor tensor, Tensor gradient) =>
        _gradients[tensor] = _gradients.TryGetValue(tensor, out Tensor? sum) ? sum + gradient : gradient;

    private HashSet<Tensor> DependentOnSources(List<Node> order)
    {
        var relevant = new HashSet<Tensor>(sources, ReferenceEqualityComparer.Instance);
        foreach (Node node in order)
        {
            if (node.Inputs.Any(relevant.Contains))
            {
                relevant.UnionWith(node.Outputs.Where(output => output.DType.IsFloating));
            }
        }

        return relevant;
    }

    private static void Check(Node node, int input, Tensor gradient)
    {
        if (gradient.Spec != node.Inputs[input].Spec)
        {
            throw new ShapeMismatchException(
                $"The gradient of {node.Op.Name} for input {input} is {gradient.Spec}, but the input is "
                + $"{node.Inputs[input].Spec}; mend the operation's Gradient.",
                gradient.Shape, node.Inputs[input].Shape);
        }
    }
}
