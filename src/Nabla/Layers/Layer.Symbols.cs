using Nabla.Graph;

namespace Nabla;

public abstract partial class Layer
{
    /// <summary>Puts the layer on values of a functional model that is being described.</summary>
    /// <param name="inputs">What the layer takes; most layers take one.</param>
    /// <returns>What the layer gives.</returns>
    /// <exception cref="InvalidOperationException">The layer gives several results.</exception>
    public Symbol On(params IReadOnlyList<Symbol> inputs) => OutputCount == 1
        ? OnAll(inputs)[0]
        : throw new InvalidOperationException($"{Subject} gives {OutputCount} results; use OnAll, which names each.");

    /// <summary>Puts a layer of several results on values of a functional model that is being described.</summary>
    /// <param name="inputs">What the layer takes.</param>
    /// <returns>What the layer gives, <see cref="OutputCount"/> values.</returns>
    public IReadOnlyList<Symbol> OnAll(params IReadOnlyList<Symbol> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 0 || inputs.Any(input => input is null))
        {
            throw new ArgumentException(
                $"{Subject} is put on one value at least, and on none that is null.", nameof(inputs));
        }

        var call = new LayerCall(this, [.. inputs]);
        return [.. Enumerable.Range(0, OutputCount).Select(i => new Symbol(call, i, spec: null, name: null))];
    }

    /// <summary>Type and shape of one example of each result; nothing is computed or kept.</summary>
    internal IReadOnlyList<TensorSpec> ExamplesOf(IReadOnlyList<TensorSpec> examples)
    {
        HashSet<Layer> known = [.. WithinAll().Where(layer => layer.IsBuilt)];
        using Trace trace = Trace.Begin();
        try
        {
            Tensor[] inputs =
            [
                .. examples.Select(example => trace.AddInput(example with { Shape = example.Shape.Insert(0, 1) })),
            ];
            return
            [
                .. Apply(inputs, CallContext.Inference)
                    .Select(result => result.Spec with { Shape = Shape.Create(result.Shape.Extents[1..]) }),
            ];
        }
        finally
        {
            Unbuild(known);
        }
    }
}
