using Nabla.Configuration;

namespace Nabla;

// In files the values of a graph have numbers: the inputs come first, then what each call gives, in the order of the
// calls.
public sealed partial class Functional : ISelfDescribing<Functional>
{
    private static readonly ConfigurationType<IReadOnlyList<InputDescription>> s_inputs =
        ConfigurationTypes.List(ConfigurationTypes.Object<InputDescription>());

    private static readonly ConfigurationType<IReadOnlyList<Layer>> s_layers =
        ConfigurationTypes.List(ConfigurationTypes.Component<Layer>());

    private static readonly ConfigurationType<IReadOnlyList<CallDescription>> s_calls =
        ConfigurationTypes.List(ConfigurationTypes.Object<CallDescription>());

    private static readonly ConfigurationType<IReadOnlyList<int>> s_values =
        ConfigurationTypes.List(ConfigurationTypes.Int32);

    void ISelfDescribing<Functional>.WriteConfiguration(ComponentWriter writer)
    {
        var layers = new Dictionary<Layer, int>(ReferenceEqualityComparer.Instance);
        foreach (Layer layer in Layers)
        {
            layers.Add(layer, layers.Count);
        }

        var starts = new Dictionary<LayerCall, int>(ReferenceEqualityComparer.Instance);
        int count = Inputs.Count;
        foreach (LayerCall call in _calls)
        {
            starts.Add(call, count);
            count += call.Layer.OutputCount;
        }

        writer.Write(
            "inputs", [.. Inputs.Select(input => new InputDescription(input.Spec!.Value, input.Name))], s_inputs);
        writer.Write("outputs", [.. Outputs.Select(NumberOf)], s_values);
        writer.Write(
            "calls",
            [.. _calls.Select(call => new CallDescription(layers[call.Layer], [.. call.Inputs.Select(NumberOf)]))],
            s_calls);
        writer.Write("layers", Layers, s_layers);

        int NumberOf(Symbol symbol) => symbol.Call is { } call
            ? starts[call] + symbol.Index
            : Inputs.Index().First(input => input.Item == symbol).Index;
    }

    static Functional ISelfDescribing<Functional>.ReadConfiguration(ComponentReader reader)
    {
        IReadOnlyList<Layer> layers = reader.Read("layers", s_layers);
        Symbol[] inputs =
            [.. reader.Read("inputs", s_inputs).Select(input => Symbol.Input(input.Spec, input.Name))];
        List<Symbol> values = [.. inputs];
        foreach (CallDescription call in reader.Read("calls", s_calls))
        {
            Layer layer = At(layers, call.Layer, "layer");
            values.AddRange(layer.OnAll([.. call.Inputs.Select(ValueOf)]));
        }

        var model = new Functional(inputs, [.. reader.Read("outputs", s_values).Select(ValueOf)]);
        return model.Layers.SequenceEqual(layers)
            ? model
            : throw reader.Invalid("the layers are not those that the results depend on, in the order of the calls");

        Symbol ValueOf(int number) => At(values, number, "value");

        T At<T>(IReadOnlyList<T> items, int index, string noun) => index >= 0 && index < items.Count
            ? items[index]
            : throw reader.Invalid($"there is no {noun} {index} among the {items.Count} that come before");
    }
}
