namespace Nabla.Graph;

/// <summary>Walks a graph from results to leaves without recursion, so that depth costs no stack.</summary>
public static class GraphOrder
{
    /// <summary>
    /// All unevaluated nodes that <paramref name="results"/> depend on, inputs before their consumers.
    /// </summary>
    /// <param name="results">Where to start.</param>
    /// <param name="throughEvaluated">
    /// Whether to walk on below tensors that already have numbers but kept their graph.
    /// </param>
    /// <param name="isKnown">Nodes to leave out together with all that only they depend on.</param>
    public static List<Node> Of(
        IEnumerable<Tensor> results, bool throughEvaluated = false, Predicate<Node>? isKnown = null)
    {
        var order = new List<Node>();
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<(Node Node, int Next)>();
        foreach (Tensor result in results)
        {
            Push(result);
            while (stack.TryPop(out (Node Node, int Next) top))
            {
                if (top.Next < top.Node.Inputs.Count)
                {
                    stack.Push((top.Node, top.Next + 1));
                    Push(top.Node.Inputs[top.Next]);
                }
                else
                {
                    order.Add(top.Node);
                }
            }
        }

        return order;

        void Push(Tensor tensor)
        {
            if ((throughEvaluated || !tensor.IsEvaluated) && tensor.Node is { } node
                && isKnown?.Invoke(node) is not true && seen.Add(node))
            {
                stack.Push((node, 0));
            }
        }
    }
}
