using Nabla.Graph;

namespace Nabla;

/// <summary>A function of tensors with parameters that are learned.</summary>
/// <remarks>
/// A layer of your own states its configuration once, as constructor parameters and get-only properties of the same
/// names; creates its parameters in <see cref="Build(LayerBuilder, Shape)"/>, when the shape of its input is known;
/// computes in <see cref="Call(Tensor, CallContext)"/>, in tensor language; and announces the layers it is made of
/// with <see cref="Adopt"/>. Gradients come free, files to a layer that
/// <see cref="ComponentAttribute"/> names.
/// </remarks>
[ComponentFamily("layer")]
public abstract partial class Layer
{
    private readonly Lock _building = new();
    private IReadOnlyList<LayerVariable> _variables = [];

    // Set last, so that a thread that sees it sees the parameters too.
    private volatile bool _isBuilt;

    /// <summary>The name within the layer above; without one it is the layer's position.</summary>
    [ComponentProperty]
    public string? Name { get; init; }

    /// <summary>Whether training changes the parameters of this layer and of those within it.</summary>
    [ComponentProperty]
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
    public bool IsBuilt => _isBuilt;

    /// <summary>
    /// Type and shape of the first input that the layer was built for, batch included; null before.
    /// </summary>
    public TensorSpec? InputSpec => InputSpecs is [{ } first, ..] ? first : null;

    /// <summary>Type and shape of each input that the layer was built for, batch included; empty before.</summary>
    public IReadOnlyList<TensorSpec> InputSpecs { get; private set; } = [];

    /// <summary>The number of results; one, unless the layer says otherwise.</summary>
    public virtual int OutputCount => 1;

    /// <summary>Where first values come from when the caller has no opinion.</summary>
    internal virtual ParameterValues OwnValues => InitialValues.Default;

    /// <summary>The start of a message: kind and path, as in <c>Dense 'encoder.2'</c>.</summary>
    protected internal string Subject =>
        (_parent is null ? Name : Path) is { } path ? $"{GetType().Name} '{path}'" : GetType().Name;

    /// <summary>Computes the layer's result, after creating its parameters if this is the first time.</summary>
    /// <param name="x">The input; its first axis is the batch.</param>
    /// <param name="context">Whether this is training, and with which random numbers.</param>
    /// <exception cref="ShapeMismatchException">The input does not fit the layer.</exception>
    public Tensor Apply(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Apply([x], context) is [{ } y]
            ? y
            : throw new InvalidOperationException(
                $"{Subject} gives {OutputCount} results; apply it to a list of inputs, which gives a list.");
    }

    /// <summary>Computes the layer's results, after creating its parameters if this is the first time.</summary>
    /// <param name="inputs">The inputs; the first axis of each is the batch.</param>
    /// <param name="context">Whether this is training, and with which random numbers.</param>
    /// <exception cref="ShapeMismatchException">The inputs do not fit the layer.</exception>
    public IReadOnlyList<Tensor> Apply(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        ThrowIfAnyIsNull(inputs);
        using LayerScope scope = LayerScope.Set(ScopePath);
        ParameterValues values = context.Values ?? OwnValues;
        HashSet<Layer> known = IsBuilt ? [] : [.. WithinAll().Where(layer => layer.IsBuilt)];
        bool isFirst = BuildOnce(inputs, values);
        try
        {
            IReadOnlyList<Tensor> results = Call(inputs, context.Within(Path, values));
            foreach (Tensor result in results)
            {
                context.Observer?.Invoke(this, result);
            }

            return results;
        }
        catch when (isFirst)
        {
            // Parameters shaped after an input that does not fit would refuse the right one later. Parts that had
            // theirs before, such as a trained model within a new one, keep them.
            Unbuild(known);
            throw;
        }
    }

    /// <summary>
    /// Creates the layer's own parameters; called once, before the first <see cref="Call(Tensor, CallContext)"/>.
    /// </summary>
    /// <param name="builder">Makes the parameters.</param>
    /// <param name="inputShape">The extents of the first input, its batch axis included.</param>
    protected virtual void Build(LayerBuilder builder, Shape inputShape)
    {
    }

    /// <summary>
    /// Creates the parameters of a layer of several inputs; by default those that the first one asks for.
    /// </summary>
    /// <param name="builder">Makes the parameters.</param>
    /// <param name="inputShapes">The extents of each first input, its batch axis included.</param>
    protected virtual void Build(LayerBuilder builder, IReadOnlyList<Shape> inputShapes)
    {
        ArgumentNullException.ThrowIfNull(inputShapes);
        Build(builder, inputShapes[0]);
    }

    /// <summary>The layer's function, in tensor language.</summary>
    /// <param name="x">The input; its first axis is the batch.</param>
    /// <param name="context">Whether this is training, and with which random numbers.</param>
    protected abstract Tensor Call(Tensor x, CallContext context);

    /// <summary>The function of a layer of several inputs or results; by default it takes one and gives one.</summary>
    /// <param name="inputs">The inputs; the first axis of each is the batch.</param>
    /// <param name="context">Whether this is training, and with which random numbers.</param>
    /// <returns>As many results as <see cref="OutputCount"/>.</returns>
    protected virtual IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs is [{ } x]
            ? [Call(x, context)]
            : throw new ArgumentException(
                $"{Subject} takes one input but got {inputs.Count}; join them before, as with a Concatenate layer.",
                nameof(inputs));
    }

    /// <inheritdoc/>
    public override string ToString() => Subject;

    private void ThrowIfAnyIsNull(IReadOnlyList<Tensor> inputs)
    {
        for (int i = 0; i < inputs.Count; i++)
        {
            if (inputs[i] is null)
            {
                throw new ArgumentNullException(nameof(inputs), $"{Subject} takes tensors, but input {i} is null.");
            }
        }
    }

    // While a part of a model runs, the path says where in the model; a layer alone is known by its name.
    private string? ScopePath => _parent is null ? Name : Path;

    private bool BuildOnce(IReadOnlyList<Tensor> inputs, ParameterValues values)
    {
        if (IsBuilt)
        {
            return false;
        }

        if (inputs.Count == 0)
        {
            throw new ArgumentException($"{Subject} needs an input but got none.", nameof(inputs));
        }

        lock (_building)
        {
            if (IsBuilt)
            {
                return false;
            }

            // Layers of whole numbers, such as embeddings, have parameters of the default type.
            DType dtype = inputs.Select(input => input.DType).FirstOrDefault(type => type.IsFloating, DType.Float32);
            var builder = new LayerBuilder(PathOf, dtype, values);
            Build(builder, [.. inputs.Select(input => input.Shape)]);
            _variables = builder.Variables;
            InputSpecs = [.. inputs.Select(input => input.Spec)];
            _isBuilt = true;
            return true;
        }
    }

    private protected void Unbuild(HashSet<Layer> known)
    {
        foreach (Layer layer in WithinAll().Where(layer => !known.Contains(layer)))
        {
            layer._isBuilt = false;
            layer._variables = [];
            layer.InputSpecs = [];
        }
    }
}
