using System.Text.Json.Serialization;
using Nabla.Graph;

namespace Nabla;

/// <summary>A function of tensors with parameters that are learned.</summary>
/// <remarks>
/// A layer of your own states its configuration once, as constructor parameters and get-only properties of the same
/// names; creates its parameters in <see cref="Build"/>, when the shape of its input is known; computes in
/// <see cref="Call"/>, in tensor language; and announces the layers it is made of with <see cref="Adopt"/>. Gradients
/// come
/// free, files by one line in <see cref="LayerRegistry"/>.
/// </remarks>
[JsonConverter(typeof(LayerConverter))]
public abstract partial class Layer
{
    private readonly Lock _building = new();
    private IReadOnlyList<LayerVariable> _variables = [];

    // Set last, so that a thread that sees it sees the parameters too.
    private volatile bool _isBuilt;

    /// <summary>The name within the layer above; without one it is the layer's position.</summary>
    public string? Name { get; init; }

    /// <summary>Whether training changes the parameters of this layer and of those within it.</summary>
    public bool Trainable
    {
        get;
        set
        {
            field = value;
            Changed();
        }
    } = true;

    /// <summary>Whether the parameters of this layer exist.</summary>
    [JsonIgnore]
    public bool IsBuilt => _isBuilt;

    /// <summary>Type and shape of the input that the layer was built for, batch included; null before.</summary>
    [JsonIgnore]
    public TensorSpec? InputSpec { get; private set; }

    /// <summary>Where first values come from when the caller has no opinion.</summary>
    internal virtual ParameterValues OwnValues => InitialValues.Default;

    /// <summary>The start of a message: kind and path, as in <c>Dense 'encoder.2'</c>.</summary>
    [JsonIgnore]
    protected internal string Subject =>
        (_parent is null ? Name : Path) is { } path ? $"{GetType().Name} '{path}'" : GetType().Name;

    /// <summary>Computes the layer's result, after creating its parameters if this is the first time.</summary>
    /// <param name="x">The input; its first axis is the batch.</param>
    /// <param name="context">Whether this is training, and with which random numbers.</param>
    /// <exception cref="ShapeMismatchException">The input does not fit the layer.</exception>
    public Tensor Apply(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        using LayerScope scope = LayerScope.Set(ScopePath);
        ParameterValues values = context.Values ?? OwnValues;
        HashSet<Layer> known = IsBuilt ? [] : [.. WithinAll().Where(layer => layer.IsBuilt)];
        bool isFirst = BuildOnce(x, values);
        try
        {
            Tensor y = Call(x, context.Within(Path, values));
            context.Observer?.Invoke(this, y);
            return y;
        }
        catch when (isFirst)
        {
            // Parameters shaped after an input that does not fit would refuse the right one later. Parts that had
            // theirs before, such as a trained model within a new one, keep them.
            Unbuild(known);
            throw;
        }
    }

    /// <summary>Creates the layer's own parameters; called once, before the first <see cref="Call"/>.</summary>
    /// <param name="builder">Makes the parameters.</param>
    /// <param name="inputShape">The extents of the first input, its batch axis included.</param>
    protected virtual void Build(LayerBuilder builder, Shape inputShape)
    {
    }

    /// <summary>The layer's function, in tensor language.</summary>
    /// <param name="x">The input; its first axis is the batch.</param>
    /// <param name="context">Whether this is training, and with which random numbers.</param>
    protected abstract Tensor Call(Tensor x, CallContext context);

    /// <inheritdoc/>
    public override string ToString() => Subject;

    // While a part of a model runs, the path says where in the model; a layer alone is known by its name.
    private string? ScopePath => _parent is null ? Name : Path;

    private bool BuildOnce(Tensor x, ParameterValues values)
    {
        if (IsBuilt)
        {
            return false;
        }

        lock (_building)
        {
            if (IsBuilt)
            {
                return false;
            }

            var builder = new LayerBuilder(PathOf, x.DType.IsFloating ? x.DType : DType.Float32, values);
            Build(builder, x.Shape);
            _variables = builder.Variables;
            InputSpec = x.Spec;
            _isBuilt = true;
            return true;
        }
    }

    private void Unbuild(HashSet<Layer> known)
    {
        foreach (Layer layer in WithinAll().Where(layer => !known.Contains(layer)))
        {
            layer._isBuilt = false;
            layer._variables = [];
            layer.InputSpec = null;
        }
    }
}
