namespace Nabla;

public abstract partial class Layer
{
    private readonly List<Layer> _layers = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private Layer? _parent;
    private string? _key;

    /// <summary>
    /// The path from the model to this layer, as in <c>encoder.2.attention</c>; empty for the model itself.
    /// </summary>
    public string Path => _parent is null ? "" : _parent.PathOf(_key!);

    /// <summary>The layers within this one, in order.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>The parameters of this layer and of those within it, in order.</summary>
    public IReadOnlyList<Variable> Parameters =>
        [.. WithinAll().SelectMany(layer => layer.OwnParameters)];

    /// <summary>The parameters that training changes: those under no layer with <see cref="Trainable"/> off.</summary>
    public IReadOnlyList<Variable> TrainableParameters => !Trainable ? [] :
        [.. OwnParameters, .. _layers.SelectMany(layer => layer.TrainableParameters)];

    /// <summary>
    /// Whether this layer or one around it has <see cref="Trainable"/> off. What a layer learns beside its parameters,
    /// such as a running mean, then stays as it is too.
    /// </summary>
    protected bool IsFrozen => !Trainable || _parent is { IsFrozen: true };

    /// <summary>The number of parameters of this layer and of those within it, counted in elements.</summary>
    public long ParameterCount => Parameters.Sum(parameter => parameter.Shape.ElementCount);

    /// <summary>Grows whenever a compiled program may no longer say what this layer does.</summary>
    internal int Revision { get; private set; }

    /// <summary>This layer and all within it, each before those within it.</summary>
    public IEnumerable<Layer> WithinAll() => _layers.SelectMany(layer => layer.WithinAll()).Prepend(this);

    /// <summary>The path of each variable of this layer and of those within it, from this layer on.</summary>
    public IEnumerable<(string Path, Variable Variable)> VariablePaths() => VariablePaths("");

    /// <summary>Takes a layer as a part of this one.</summary>
    /// <param name="layer">The part; it belongs to no other layer yet.</param>
    /// <param name="key">Its name within this layer, unless it has a <see cref="Name"/> of its own.</param>
    /// <returns><paramref name="layer"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The name is taken or not a name, or the layer belongs to another one.
    /// </exception>
    protected TLayer Adopt<TLayer>(TLayer layer, string key) where TLayer : Layer
    {
        ArgumentNullException.ThrowIfNull(layer);
        string name = layer.Name ?? key;
        if (string.IsNullOrEmpty(name) || name.Contains('.'))
        {
            throw new ArgumentException(
                $"'{name}' is no name for a layer: "
                + "names are not empty and hold no '.', which separates the levels of a path.");
        }

        if (layer._parent is not null || layer.WithinAll().Contains(this))
        {
            throw new ArgumentException(
                $"{layer.Subject} is already part of a model; "
                + "add a Clone() of it, another layer, or the whole model that it is part of.",
                nameof(layer));
        }

        if (_variables.Any(entry => entry.Name == name) || !_keys.Add(name))
        {
            throw new ArgumentException(
                $"{Subject} already has a part named '{name}'; give the layer another Name.", nameof(layer));
        }

        layer._parent = this;
        layer._key = name;
        _layers.Add(layer);
        Changed();
        return layer;
    }

    private IEnumerable<Variable> OwnParameters =>
        _variables.Where(entry => entry.IsParameter).Select(entry => entry.Variable);

    private IEnumerable<(string Path, Variable Variable)> VariablePaths(string prefix) =>
    [
        .. _variables.Select(entry => (prefix + entry.Name, entry.Variable)),
        .. _layers.SelectMany(layer => layer.VariablePaths($"{prefix}{layer._key}.")),
    ];

    private string PathOf(string name) => Path is { Length: > 0 } path ? $"{path}.{name}" : name;

    private void Changed()
    {
        for (Layer? layer = this; layer is not null; layer = layer._parent)
        {
            layer.Revision++;
        }
    }
}
