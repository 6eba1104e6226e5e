using Nabla.Graph;

namespace Nabla.Studio;

/// <summary>
/// Follows results through a traced model: a layer takes what its result depends on, up to the results of other layers.
/// </summary>
internal sealed class ModelTracer(Model model, int depth)
{
    private readonly List<ModelNode> _nodes = [];
    private readonly List<ModelEdge> _edges = [];

    // How many results of each layer were seen, and its last node.
    private readonly Dictionary<Layer, int> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Layer, string> _last = new(ReferenceEqualityComparer.Instance);

    // How many nodes there were when a composite layer had been called for the first time.
    private readonly Dictionary<Layer, int> _ends = new(ReferenceEqualityComparer.Instance);

    // The node that gave a tensor last: a layer that changes nothing, such as a Flatten of vectors, takes it over.
    private readonly Dictionary<Tensor, string> _owners = new(ReferenceEqualityComparer.Instance);

    public ModelGraph Trace()
    {
        if (model.InputSpecs.Count == 0)
        {
            throw new InvalidOperationException(
                $"{model.GetType().Name} has no parameters yet, so that its shapes are unknown; "
                + "train it, or create them with Build, before it is drawn.");
        }

        using Trace trace = Nabla.Graph.Trace.Begin();
        Tensor[] inputs =
            [.. model.InputSpecs.Select(spec => trace.AddInput(spec with { Shape = spec.Shape.With(0, 1) }))];
        foreach ((int index, Tensor x) in inputs.Index())
        {
            _owners[x] = AddEnd("input", ModelNodeRole.Input, x, index, inputs.Length, NameOfInput(index));
        }

        // As in training: in inference a dropout is its own input, and could not be told from it.
        CallContext context = CallContext.Training(Tensor.Scalar(0, DType.Int64), model.Seed).With(Observe);
        IReadOnlyList<Tensor> outputs = model.Apply(inputs, context);
        foreach ((int index, Tensor y) in outputs.Index())
        {
            Connect(y, AddEnd("output", ModelNodeRole.Output, y, index, outputs.Count, name: null));
        }

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

        // A layer of several results is told of one after the other.
        int seen = _seen.GetValueOrDefault(layer);
        _seen[layer] = seen + 1;
        (int call, int output) = (seen / layer.OutputCount, seen % layer.OutputCount);
        if (output > 0 && _last.TryGetValue(layer, out string? id))
        {
            Connect(result, id);
            _owners[result] = id;
        }
        else if (IsOpen(layer) && call == 0)
        {
            if (!_owners.ContainsKey(result) && SourcesOf(result).Count > 1)
            {
                AddJoin(layer, result);
            }

            _ends[layer] = _nodes.Count;
        }
        else
        {
            if (IsOpen(layer))
            {
                RemoveWithin(layer, _ends[layer]);
            }

            AddLayer(layer, result, isFirst: call == 0);
        }
    }

    private string AddEnd(string id, ModelNodeRole role, Tensor tensor, int index, int count, string? name) =>
        AddNode(new ModelNode(
            count == 1 ? id : $"{id} {NumberText.Integer(index)}", role, role.ToString(),
            name ?? (count == 1 ? "" : NumberText.Integer(index)))
        {
            OutputShape = ShapeOf(tensor),
        });

    private string? NameOfInput(int index) => (model as Functional)?.Inputs[index].Name;

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
        _last[layer] = id;
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

    private void Connect(Tensor result, string id) => _edges.AddRange(SourcesOf(result)
        .Select(source => new ModelEdge(source, id))
        .Where(edge => edge.From != id && !_edges.Contains(edge)));

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
