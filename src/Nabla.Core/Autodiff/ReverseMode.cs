using Nabla.Graph;

namespace Nabla.Autodiff;

/// <summary>Walks a graph from results to sources and adds up the gradient of each tensor on the way.</summary>
internal sealed class ReverseMode(IReadOnlyList<Tensor> sources)
{
    private readonly Dictionary<Tensor, Tensor> _gradients = new(ReferenceEqualityComparer.Instance);

    // Tensors without their graph that were computed from a source, with that source's index.
    private readonly Dictionary<Tensor, int> _lost = new(ReferenceEqualityComparer.Instance);

    public Tensor?[] Run(IReadOnlyList<Tensor> results, IReadOnlyList<Tensor?> vectors)
    {
        List<Node> order = GraphOrder.Of(results, throughEvaluated: true);
        FindLost(results.Concat(order.SelectMany(node => node.Inputs)));
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
        if (inputs is null || inputs.Length != node.Inputs.Count)
        {
            throw new InvalidOperationException(
                $"{node.Op.Name}.Gradient returned {(inputs is null ? "null" : $"{inputs.Length} gradients")} for "
                + $"{node.Inputs.Count} inputs; it returns one entry an input, null where no gradient flows.");
        }

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
        return new ReverseMode(inputs).Run(op.Definition(inputs), gradients);
    }

    private void Add(Tensor tensor, Tensor gradient)
    {
        if (_lost.TryGetValue(tensor, out int source))
        {
            throw new InvalidOperationException(
                $"The gradient for source {source}, {sources[source].Spec}, is lost on the way: {tensor.Spec}, which "
                + "was computed from it, was evaluated (read, returned by a compiled function, or cut from a chain of "
                + $"more than {Recorded.DepthLimit} operations) and has dropped its graph. Differentiate a function "
                + "that does the whole computation with Gradient.ValueAndGradient, which keeps the graph, or call "
                + "StopGradient() on that value where it is meant as a constant.");
        }

        _gradients[tensor] = _gradients.TryGetValue(tensor, out Tensor? sum) ? sum + gradient : gradient;
    }

    private void FindLost(IEnumerable<Tensor> tensors)
    {
        // A tensor that nothing evaluated was computed from has no cohort, and most sources are such.
        int[] candidates = [.. Enumerable.Range(0, sources.Count).Where(i => sources[i].Cohort is not null)];
        if (candidates.Length == 0)
        {
            return;
        }

        foreach (Tensor tensor in tensors.Where(tensor => tensor.Node is null && tensor.History is not null).Distinct())
        {
            int source = Array.FindIndex(candidates, i => tensor.History!.Includes(sources[i]));
            if (source >= 0)
            {
                _lost.Add(tensor, candidates[source]);
            }
        }
    }

    private HashSet<Tensor> DependentOnSources(List<Node> order)
    {
        var relevant = new HashSet<Tensor>(sources.Concat(_lost.Keys), ReferenceEqualityComparer.Instance);
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
