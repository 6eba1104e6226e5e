namespace Nabla;

/// <summary>A layer put on symbols: one place of a functional model.</summary>
internal sealed class LayerCall(Layer layer, IReadOnlyList<Symbol> inputs)
{
    private IReadOnlyList<TensorSpec>? _examples;

    public Layer Layer { get; } = layer;

    public IReadOnlyList<Symbol> Inputs { get; } = inputs;

    /// <summary>Type and shape of one example of each result; found out when somebody asks.</summary>
    public IReadOnlyList<TensorSpec> Examples =>
        _examples ??= Layer.ExamplesOf([.. Inputs.Select(input => input.Example)]);
}
