using Nabla.Graph;

namespace Nabla.Compiler.Freeze;

/// <summary>Rebuilds a graph with some of its values replaced; what does not change is kept as it is.</summary>
internal static class GraphRewrite
{
    /// <summary>Replaces values.</summary>
    /// <param name="function">The graph.</param>
    /// <param name="replace">
    /// For a node and its inputs as they are in the new graph: what takes the place of its results, or null.
    /// </param>
    public static GraphFunction Run(GraphFunction function, Func<Node, Tensor[], IReadOnlyList<Tensor>?> replace)
    {
        var replaced = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        foreach (Node node in GraphOrder.Of(function.Results))
        {
            using LayerScope scope = LayerScope.Set(node.Path);
            Tensor[] inputs = [.. node.Inputs.Select(New)];
            IReadOnlyList<Tensor> results = replace(node, inputs)
                ?? (inputs.AsSpan().SequenceEqual([.. node.Inputs]) ? node : node.Op.Record(inputs)).Outputs;
            for (int i = 0; i < results.Count; i++)
            {
                if (results[i] != node.Outputs[i])
                {
                    replaced.Add(node.Outputs[i], results[i]);
                }
            }
        }

        return function.Map(New);

        Tensor New(Tensor tensor) => replaced.GetValueOrDefault(tensor, tensor);
    }

    /// <summary>Replaces values by others, given in pairs.</summary>
    public static GraphFunction Run(GraphFunction function, IReadOnlyDictionary<Tensor, Tensor> values) => Run(
        function,
        (node, _) => node.Outputs.Any(values.ContainsKey)
            ? [.. node.Outputs.Select(output => values.GetValueOrDefault(output, output))]
            : null);
}
