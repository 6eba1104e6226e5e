using Nabla.Graph;

namespace Nabla.Studio;

/// <summary>
/// Follows results through a traced model: a layer takes what its result depends on, up to the results of other layers.
/// </summary>
internal sealed class ModelTracer(Model model, int depth)
{
    private readonly List<ModelNode> _nodes = [];
    private readonly List<ModelEdge> _edges = [];

    // How many nodes there were when a layer had been called for the first time.
    private readonly Dictionary<Layer, int> _ends = new(ReferenceEqualityComparer.Instance);

    // The node that gave a tensor last: a layer that changes nothing, such as a Flatten of vectors, takes it over.
    private readonly Dictionary<Tensor, string> _owners = new(ReferenceEqualityComparer.Instance);

    public ModelGraph Trace()
    {
        if (model.InputSpec is not { } input)
        {
            throw new InvalidOperationException(
                $"{model} has no parameters yet, so that its shapes are unknown; "
                + "train it, or create them with Build, before it is drawn.");
        }

        using Trace trace = Nabla.Graph.Trace.Begin();
        Tensor x = trace.AddInput(input with { Shape = input.Shape.With(0, 1) });
        _owners[x] = AddNode(new ModelNode("input", ModelNodeRole.Input, "Input", "") { OutputShape = ShapeOf(x) });

        // As in training: in inference a dropout is its own input, and could not be told from it.
        Tensor step = Tensor.Scalar(0, DType.Int64);
        Tensor y = model.Apply(x, CallContext.Training(step, model.Seed).With(Observe));
        string output = AddNode(
            new ModelNode("output", ModelNodeRole.Output, "Output", "") { OutputShape = ShapeOf(y) });
        Connect(y, output);

        HashSet<string> used = [.. _nodes.Select(node => node.Group).OfType<string>()];
        IEnumerable<Layer> groups = model.WithinAll().Where(layer => IsOpen(layer) && IsAround(layer, used));
        return new ModelGraph(_nodes, _edges, [.. groups.Select(GroupOf)]);
    }

    private void Observe(Layer layer, Tensor result)
    {
        if (ReferenceEquals(layer, model) || IsHidden(layer))
        {
            return;
        }

        if (!IsOpen(layer))
        {
            AddLayer(layer, result, isFirst: _ends.TryAdd(layer, _nodes.Count));
        }
        else if (_ends.TryGetValue(layer, out int end))
        {
            RemoveWithin(layer, end);
            AddLayer(layer, result, isFirst: false);
        }
        else
        {
            if (!_owners.ContainsKey(result) && SourcesOf(result).Count > 1)
            {
                AddJoin(layer, result);
            }

            _ends.Add(layer, _nodes.Count);
        }
    }

    private void AddLayer(Layer layer, Tensor result, bool isFirst)
    {
        string id = AddNode(new ModelNode(
            layer.Path, isFirst ? ModelNodeRole.Layer : ModelNodeRole.Shared, KindOf(layer), NameOf(layer))
        {
            OutputShape = ShapeOf(result),
            ParameterCount = isFirst ? layer.ParameterCount : 0,
            Group = ParentOf(layer.Path),
        });
        Connect(result, id);
        _owners[result] = id;
    }

    // A composite layer that is called again is drawn closed; what its parts did was seen before it.
    private void RemoveWithin(Layer layer, int start)
    {
        HashSet<string> within =
        [
            .. _nodes.Skip(start)
                .Where(node => node.Group is { } group && IsAround(layer, [group]))
                .Select(node => node.Id),
        ];
        _nodes.RemoveAll(node => within.Contains(node.Id));
        _edges.RemoveAll(edge => within.Contains(edge.To));
        foreach ((Tensor tensor, string owner) in _owners.ToArray())
        {
            if (within.Contains(owner))
            {
                _owners.Remove(tensor);
            }
        }
    }

    private void AddJoin(Layer layer, Tensor result)
    {
        string id = AddNode(new ModelNode(
            $"{layer.Path}.result", ModelNodeRole.Join, result.Node?.Op.Name ?? "", "")
        {
            OutputShape = ShapeOf(result),
            Group = layer.Path,
        });
        Connect(result, id);
        _owners[result] = id;
    }

    private string AddNode(ModelNode node)
    {
        string id = node.Id;
        for (int i = 2; _nodes.Exists(other => other.Id == id); i++)
        {
            id = $"{node.Id} ({i})";
        }

        _nodes.Add(node with { Id = id });
        return id;
    }

    private void Connect(Tensor result, string id) =>
        _edges.AddRange(SourcesOf(result).Select(source => new ModelEdge(source, id)));

    // In the order of the operands, each once. Without recursion: models are deeper than stacks.
    private List<string> SourcesOf(Tensor result)
    {
        var sources = new List<string>();
        var visited = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Tensor>([result]);
        while (pending.TryPop(out Tensor? tensor))
        {
            if (_owners.TryGetValue(tensor, out string? owner))
            {
                if (!sources.Contains(owner))
                {
                    sources.Add(owner);
                }
            }
            else if (tensor.Node is { } node && visited.Add(node))
            {
                foreach (Tensor operand in node.Inputs.Reverse())
                {
                    pending.Push(operand);
                }
            }
        }

        return sources;
    }

    private bool IsOpen(Layer layer) =>
        layer.Layers.Count > 0 && !ReferenceEquals(layer, model) && LevelOf(layer.Path) < depth;

    private bool IsHidden(Layer layer) => LevelOf(layer.Path) > depth;

    private static bool IsAround(Layer layer, HashSet<string> used) =>
        used.Any(group => group == layer.Path || group.StartsWith($"{layer.Path}.", StringComparison.Ordinal));

    private static int LevelOf(string path) => 1 + path.Count(character => character == '.');

    private static ModelGroup GroupOf(Layer layer) =>
        new(layer.Path, KindOf(layer), NameOf(layer), ParentOf(layer.Path));

    private static string KindOf(Layer layer) =>
        layer is ActivationLayer { Activation.Name: { Length: > 0 } name }
        ? char.ToUpperInvariant(name[0]) + name[1..]
        : layer.GetType().Name;

    private static string NameOf(Layer layer) => layer.Path[(layer.Path.LastIndexOf('.') + 1)..];

    private static string? ParentOf(string path) => path.LastIndexOf('.') is > 0 and int end ? path[..end] : null;

    private static long[] ShapeOf(Tensor tensor) =>
        tensor.Rank == 0 ? [] : [.. tensor.Shape.Extents[1..]];
}
