using Nabla.Graph;

namespace Nabla.Compiler.Fuse;

/// <summary>The graph without its views: works, what each reads through which layout, and who reads what.</summary>
internal sealed class WorkGraph
{
    private readonly BackendTraits _traits;
    private readonly Dictionary<Tensor, ValueRef> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, List<Work>> _readers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, Work> _producers = new(ReferenceEqualityComparer.Instance);

    private WorkGraph(BackendTraits traits) => _traits = traits;

    /// <summary>All works, inputs before their consumers.</summary>
    public List<Work> Works { get; } = [];

    /// <summary>The program's results: each the contiguous output of a work of its own.</summary>
    public List<Tensor> Outputs { get; } = [];

    /// <summary>The values to store in variables: each the contiguous output of a work of its own.</summary>
    public List<(Variable Variable, Tensor Value)> Assignments { get; } = [];

    public HashSet<Tensor> Results { get; } = new(ReferenceEqualityComparer.Instance);

    public static WorkGraph Build(GraphFunction function, BackendTraits traits)
    {
        var graph = new WorkGraph(traits);
        foreach (Node node in GraphOrder.Of(function.Results))
        {
            graph.Add(node);
        }

        foreach (Tensor output in function.Outputs)
        {
            graph.Outputs.Add(graph.OwnResult(output));
        }

        foreach ((Variable variable, Tensor value) in function.Assignments)
        {
            graph.Assignments.Add((variable, graph.OwnResult(value)));
        }

        return graph;
    }

    public IReadOnlyList<Work> ReadersOf(Tensor root) =>
        _readers.TryGetValue(root, out List<Work>? readers) ? readers : [];

    public Work? ProducerOf(Tensor root) => _producers.GetValueOrDefault(root);

    private void Add(Node node)
    {
        switch (node.Op)
        {
            case LeafOp:
                break;
            case ViewOp view:
                ValueRef source = Resolve(node.Inputs[0]);
                Layout layout = view.View(source.Layout) ?? view.View((source = Copy(node.Inputs[0])).Layout)!;
                _values[node.Outputs[0]] = source with { Layout = layout };
                break;
            default:
                AddWork(node);
                break;
        }
    }

    private void AddWork(Node node)
    {
        WorkKind kind = KindOf(node);
        bool takesViews = kind is WorkKind.Elementwise or WorkKind.Reduction
            || (kind is WorkKind.Contraction && node.Op is ContractionOp { TakesViews: true });
        var inputs = new ValueRef[node.Inputs.Count];
        for (int i = 0; i < inputs.Length; i++)
        {
            ValueRef value = Resolve(node.Inputs[i]);
            inputs[i] = takesViews || value.IsIdentity ? value : Copy(node.Inputs[i]);
        }

        var work = new Work(Works.Count, node, inputs, kind);
        Works.Add(work);
        foreach (Tensor output in node.Outputs)
        {
            _producers.Add(output, work);
        }

        foreach (Tensor root in inputs.Select(value => value.Root).Distinct())
        {
            if (!_readers.TryGetValue(root, out List<Work>? readers))
            {
                _readers.Add(root, readers = []);
            }

            readers.Add(work);
        }
    }

    private WorkKind KindOf(Node node)
    {
        DType input = node.Inputs.Count == 0 ? node.Outputs[0].DType : node.Inputs[^1].DType;
        return node.Op switch
        {
            CopyOp => WorkKind.Elementwise,
            ElementwiseOp or GeneratorOp when _traits.CanFuse(node.Op, input, node.Outputs[0].DType) =>
                WorkKind.Elementwise,
            ContractionOp op when _traits.HasKernel(op) => WorkKind.Contraction,
            ReductionOp => WorkKind.Reduction,
            _ => WorkKind.Call,
        };
    }

    private ValueRef Resolve(Tensor tensor) =>
        _values.TryGetValue(tensor, out ValueRef value) ? value : new ValueRef(tensor, Layout.Contiguous(tensor.Shape));

    private ValueRef Copy(Tensor tensor)
    {
        using LayerScope scope = LayerScope.Set(tensor.Node?.Path);
        Node node = CopyOp.Instance.Record(tensor);
        AddWork(node);
        return Resolve(node.Outputs[0]);
    }

    /// <summary>The tensor itself where it can be written straight to its destination, else a copy of it.</summary>
    private Tensor OwnResult(Tensor tensor)
    {
        ValueRef value = Resolve(tensor);
        Tensor root = value.IsIdentity && _producers.ContainsKey(value.Root) && !Results.Contains(value.Root)
            ? value.Root
            : Copy(tensor).Root;
        Results.Add(root);
        return root;
    }
}
