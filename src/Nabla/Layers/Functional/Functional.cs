namespace Nabla;

/// <summary>A model of layers in any arrangement without cycles: branches, joins, several inputs and results.</summary>
/// <remarks>
/// The shapes of all layers are checked as soon as the model is described, so that a layer that does not fit is found
/// on the line that makes the model. A layer that stands in several places has one path and one set of parameters.
/// </remarks>
/// <example><code>
/// Symbol x = Symbol.Input(8);
/// Symbol wide = x.Then(new Dense(32, Activation.Relu));
/// var model = new Functional(x, new Concatenate().On(wide, x).Then(new Dense(1)));
/// </code></example>
[Component("functional")]
public sealed partial class Functional : Model
{
    private readonly LayerCall[] _calls;

    /// <summary>Creates a model of one input and one result.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output">The result.</param>
    /// <exception cref="ArgumentException">The result depends on an input that is not named.</exception>
    /// <exception cref="ShapeMismatchException">A layer cannot take what it is put on.</exception>
    public Functional(Symbol input, Symbol output)
        : this([input], [output])
    {
    }

    /// <summary>Creates a model.</summary>
    /// <param name="inputs">The inputs, in the order in which the model takes them.</param>
    /// <param name="outputs">The results, in the order in which the model gives them.</param>
    /// <exception cref="ArgumentException">
    /// A result depends on an input that is not named, or on none of them; or an input is not one.
    /// </exception>
    /// <exception cref="ShapeMismatchException">A layer cannot take what it is put on.</exception>
    public Functional(IReadOnlyList<Symbol> inputs, IReadOnlyList<Symbol> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        ThrowIfAnyIsNull(inputs, nameof(inputs));
        ThrowIfAnyIsNull(outputs, nameof(outputs));
        Inputs = [.. inputs];
        Outputs = [.. outputs];
        _calls = CallOrder.Of(Inputs, Outputs);
        foreach (Layer layer in _calls.Select(call => call.Layer).Distinct())
        {
            Adopt(layer, $"{Layers.Count}");
        }

        CheckShapes();
    }

    /// <summary>The inputs.</summary>
    public IReadOnlyList<Symbol> Inputs { get; }

    /// <summary>The results.</summary>
    public IReadOnlyList<Symbol> Outputs { get; }

    /// <inheritdoc/>
    public override int OutputCount => Outputs.Count;

    /// <summary>The places of the layers, each after those it depends on.</summary>
    internal IReadOnlyList<LayerCall> Calls => _calls;

    /// <summary>Creates the parameters now, instead of at the first use.</summary>
    public void Build() => Build([.. Inputs.Select(input => input.Spec!.Value)]);

    private protected override void BuildIfDescribed()
    {
        if (!IsBuilt)
        {
            Build();
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Call([x], context)[0];

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        CheckInputs(inputs);
        var values = new Dictionary<Symbol, Tensor>(ReferenceEqualityComparer.Instance);
        var results = new Dictionary<LayerCall, IReadOnlyList<Tensor>>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < inputs.Count; i++)
        {
            values[Inputs[i]] = inputs[i];
        }

        foreach (LayerCall call in _calls)
        {
            results[call] = call.Layer.Apply([.. call.Inputs.Select(ValueOf)], context);
        }

        return [.. Outputs.Select(ValueOf)];

        Tensor ValueOf(Symbol symbol) => symbol.Call is { } source ? results[source][symbol.Index] : values[symbol];
    }

    private static void ThrowIfAnyIsNull(IReadOnlyList<Symbol> symbols, string name)
    {
        foreach (Symbol symbol in symbols)
        {
            ArgumentNullException.ThrowIfNull(symbol, name);
        }
    }

    private void CheckInputs(IReadOnlyList<Tensor> inputs)
    {
        if (inputs.Count != Inputs.Count)
        {
            throw new ArgumentException(
                $"{Subject} takes {Inputs.Count} inputs but got {inputs.Count}; "
                + $"give it {string.Join(" and ", Inputs)}.", nameof(inputs));
        }

        for (int i = 0; i < inputs.Count; i++)
        {
            Shape example = Inputs[i].Spec!.Value.Shape;
            if (inputs[i].Rank != example.Rank + 1 || Shape.Create(inputs[i].Shape.Extents[1..]) != example)
            {
                throw new ShapeMismatchException(
                    $"{Subject} expects examples of {example}, with a batch axis in front, as input "
                    + $"{Inputs[i].Name ?? $"{i}"} but got {inputs[i].Shape}; feed it what it was described for.",
                    inputs[i].Shape);
            }
        }
    }

    // Parameters are recorded and never computed here; they are made again, from the model's seed, when it is built.
    private void CheckShapes()
    {
        HashSet<Layer> known = [.. WithinAll().Where(layer => layer.IsBuilt)];
        Build();
        Unbuild(known);
    }
}
