namespace Nabla;

/// <summary>A value in a functional model that is being described: an input, or what a layer makes of others.</summary>
/// <remarks>
/// A symbol has no numbers. Layers are put on symbols with <see cref="Then(Layer)"/> and <see cref="Layer.On"/>,
/// symbols are
/// added and multiplied by operators, and <see cref="Functional"/> makes a model of the whole. One layer may be put on
/// several symbols: its parameters are shared.
/// </remarks>
/// <example><code>
/// Symbol image = Symbol.Input(28, 28, 1);
/// Symbol trunk = image.Then(new Flatten()).Then(new Dense(64, Activation.Relu));
/// Symbol skip = trunk.Then(new Dense(64, Activation.Relu)) + trunk;
/// var model = new Functional(image, skip.Then(new Dense(10)));
/// </code></example>
public sealed class Symbol
{
    internal Symbol(LayerCall? call, int index, TensorSpec? spec, string? name)
    {
        Call = call;
        Index = index;
        Spec = spec;
        Name = name;
    }

    /// <summary>The name of an input; null for what a layer gives.</summary>
    public string? Name { get; }

    /// <summary>Type and shape of one example of an input; null for what a layer gives.</summary>
    public TensorSpec? Spec { get; }

    /// <summary>The shape of one example, without the batch axis: [28, 28, 1] for an image.</summary>
    /// <remarks>
    /// For what layers give, they are asked once, and no number is computed; so blocks can be written for images of
    /// every size.
    /// </remarks>
    /// <exception cref="ShapeMismatchException">A layer cannot take what it is put on.</exception>
    public Shape Shape => Example.Shape;

    /// <summary>The layer that gives this value; null for an input.</summary>
    public Layer? Layer => Call?.Layer;

    /// <summary>The call that gives this value; null for an input.</summary>
    internal LayerCall? Call { get; }

    /// <summary>Type and shape of one example.</summary>
    internal TensorSpec Example => Call is null ? Spec!.Value : Call.Examples[Index];

    /// <summary>Which of the results of the call this is.</summary>
    internal int Index { get; }

    /// <summary>An input of float32 numbers.</summary>
    /// <param name="exampleShape">The shape of one example, without the batch axis: [28, 28] for an image.</param>
    public static Symbol Input(params Shape exampleShape) => Input(new TensorSpec(DType.Float32, exampleShape));

    /// <summary>An input.</summary>
    /// <param name="example">Type and shape of one example, without the batch axis.</param>
    /// <param name="name">What it is called in messages and drawings; by default by its position.</param>
    public static Symbol Input(TensorSpec example, string? name = null) => new(call: null, 0, example, name);

    /// <summary>What a layer makes of this value.</summary>
    /// <param name="layer">The layer; put on several symbols, it shares its parameters.</param>
    public Symbol Then(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer.On(this);
    }

    /// <summary>What an activation makes of this value.</summary>
    public Symbol Then(Activation activation) => Then(new ActivationLayer(activation));

    /// <summary>The sum of two values of one shape.</summary>
    public static Symbol operator +(Symbol left, Symbol right) => new Add().On(left, right);

    /// <summary>The difference of two values of one shape.</summary>
    public static Symbol operator -(Symbol left, Symbol right) => new Subtract().On(left, right);

    /// <summary>The product of two values of one shape, element by element.</summary>
    public static Symbol operator *(Symbol left, Symbol right) => new Multiply().On(left, right);

    /// <inheritdoc/>
    public override string ToString() =>
        Call is null ? $"input {(Name is null ? "" : $"{Name} ")}{Spec}" : $"the result of {Call.Layer}";
}
