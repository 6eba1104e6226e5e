namespace Nabla.Studio;

/// <summary>What flows where in a model: the neutral description that every drawing is made of.</summary>
/// <param name="Nodes">Inputs, layers and outputs, each after those that it takes results of.</param>
/// <param name="Edges">The results that flow between them.</param>
/// <param name="Groups">Models and layers that are made of others, outer ones first.</param>
public sealed record ModelGraph(
    IReadOnlyList<ModelNode> Nodes, IReadOnlyList<ModelEdge> Edges, IReadOnlyList<ModelGroup> Groups)
{
    /// <summary>A graph without nodes.</summary>
    public static ModelGraph Empty { get; } = new([], [], []);

    /// <summary>Finds out what flows where in a model.</summary>
    /// <remarks>
    /// The model is traced once, as a training step is, and nothing is computed. So branches, additions and layers that
    /// are called several times are seen as they are, whatever kind of model or layer they are written in.
    /// </remarks>
    /// <param name="model">The model; it has its parameters already.</param>
    /// <param name="depth">Layers within so many others are drawn closed; without it, all are opened.</param>
    /// <exception cref="InvalidOperationException">The model has no parameters yet.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is less than 1.</exception>
    public static ModelGraph Of(Model model, int depth = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        return new ModelTracer(model, depth).Trace();
    }
}
