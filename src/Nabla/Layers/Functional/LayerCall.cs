namespace Nabla;

/// <summary>A layer put on symbols: one place of a functional model.</summary>
internal sealed class LayerCall(Layer layer, IReadOnlyList<Symbol> inputs)
{
    public Layer Layer { get; } = layer;

    public IReadOnlyList<Symbol> Inputs { get; } = inputs;
}
