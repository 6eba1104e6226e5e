using Nabla.Compiler;
using Nabla.Graph;

namespace Nabla.Runtime;

/// <summary>An unevaluated graph taken apart: its structure, and the leaves that feed it.</summary>
internal sealed class UntracedGraph
{
    private readonly List<Node> _nodes;
    private readonly IReadOnlyList<Tensor> _results;
    private readonly int[] _wiring;

    // Taken while walking: another thread may evaluate a tensor meanwhile, and a constant node is a leaf too.
    private readonly Dictionary<Tensor, int> _leafIndex = new(ReferenceEqualityComparer.Instance);

    public UntracedGraph(IReadOnlyList<Tensor> results, Backend backend)
    {
        _results = results;
        _nodes = GraphOrder.Of(results);
        _nodes.RemoveAll(node => node.Op is ConstantOp);
        var position = new Dictionary<Tensor, int>(ReferenceEqualityComparer.Instance);
        var wiring = new List<int>(_nodes.Count * 3);
        var ops = new Op[_nodes.Count];
        var failingPaths = new List<string?>();
        for (int i = 0; i < ops.Length; i++)
        {
            Node node = _nodes[i];
            ops[i] = node.Op is PlaceholderOp or VariableOp ? throw NotKnownYet() : node.Op;
            if (node.Op.CanFail)
            {
                failingPaths.Add(node.Path);
            }

            foreach (Tensor input in node.Inputs)
            {
                wiring.Add(position.TryGetValue(input, out int source) ? source : ~Leaf(input));
            }

            foreach (Tensor output in node.Outputs)
            {
                position.Add(output, position.Count);
            }
        }

        foreach (Tensor result in results)
        {
            wiring.Add(position.TryGetValue(result, out int source) ? source : ~Leaf(result));
        }

        _wiring = [.. wiring];
        Key = new StructureKey(ops, [.. failingPaths], _wiring, [.. Leaves.Select(leaf => leaf.Spec)], backend);
    }

    public StructureKey Key { get; }

    /// <summary>Evaluated tensors and CLR scalars, in the order of the program's inputs.</summary>
    public List<Tensor> Leaves { get; } = [];

    /// <summary>The same graph over placeholders.</summary>
    public GraphFunction ToFunction()
    {
        var map = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < Leaves.Count; i++)
        {
            map.Add(Leaves[i], new PlaceholderOp(i, Leaves[i].Spec).Apply());
        }

        foreach (Node node in _nodes)
        {
            using LayerScope scope = LayerScope.Set(node.Path);
            Node copy = node.Op.Record([.. node.Inputs.Select(input => map[input])]);
            for (int i = 0; i < copy.Outputs.Count; i++)
            {
                map.Add(node.Outputs[i], copy.Outputs[i]);
            }
        }

        return new GraphFunction(
            [.. Leaves.Select(leaf => leaf.Spec)], [.. _results.Select(result => map[result])], []);
    }

    /// <summary>The floating tensors that one of the results is computed from.</summary>
    public List<Tensor> AncestorsOf(int result)
    {
        var ancestors = new List<Tensor>();
        var leaves = new bool[Leaves.Count];
        var outputs = new bool[_nodes.Sum(node => node.Outputs.Count)];
        int wire = _wiring.Length - _results.Count, position = outputs.Length;
        Reach(_wiring[wire + result], _results[result]);
        ancestors.Clear();
        for (int i = _nodes.Count - 1; i >= 0; i--)
        {
            Node node = _nodes[i];
            wire -= node.Inputs.Count;
            position -= node.Outputs.Count;
            for (int input = 0;
                input < node.Inputs.Count && outputs.AsSpan(position, node.Outputs.Count).Contains(true);
                input++)
            {
                Reach(_wiring[wire + input], node.Inputs[input]);
            }
        }

        return ancestors;

        void Reach(int source, Tensor tensor)
        {
            ref bool isReached = ref source < 0 ? ref leaves[~source] : ref outputs[source];
            if (!isReached && tensor.DType.IsFloating)
            {
                ancestors.Add(tensor);
            }

            isReached = true;
        }
    }

    private int Leaf(Tensor tensor)
    {
        if (!_leafIndex.TryGetValue(tensor, out int index))
        {
            index = Leaves.Count;
            _leafIndex.Add(tensor, index);
            Leaves.Add(tensor);
        }

        return index;
    }

    private static InvalidOperationException NotKnownYet() => new(
        "This tensor depends on an input or variable of a function that is being traced, "
        + "so it has no numbers yet; return it from the function, or read it outside.");
}
