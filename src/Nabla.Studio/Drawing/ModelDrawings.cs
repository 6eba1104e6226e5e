namespace Nabla.Studio;

/// <summary>
/// Drawings of models: layers as boxes, with their shapes and parameters; models within models as groups.
/// </summary>
/// <example><code>
/// model.Build(28, 28);
/// File.WriteAllText("model.svg", model.ToSvg());
/// </code></example>
public static class ModelDrawings
{
    /// <summary>
    /// A picture for the web, laid out here: it needs no other program. Follows the reader's light or dark.
    /// </summary>
    /// <param name="model">The model; it has its parameters already.</param>
    /// <param name="depth">Layers within so many others are drawn closed; without it, all are opened.</param>
    /// <exception cref="InvalidOperationException">The model has no parameters yet.</exception>
    public static string ToSvg(this Model model, int depth = int.MaxValue) => ModelGraph.Of(model, depth).ToSvg();

    /// <inheritdoc cref="ToSvg(Model, int)"/>
    /// <param name="graph">What to draw.</param>
    public static string ToSvg(this ModelGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Markup.Write(SvgDrawing.Of(graph, isStandalone: true)) + "\n";
    }

    /// <summary>A flowchart in Mermaid's language, which GitHub draws in Markdown.</summary>
    /// <param name="model">The model; it has its parameters already.</param>
    /// <param name="depth">Layers within so many others are drawn closed; without it, all are opened.</param>
    /// <exception cref="InvalidOperationException">The model has no parameters yet.</exception>
    public static string ToMermaid(this Model model, int depth = int.MaxValue) =>
        ModelGraph.Of(model, depth).ToMermaid();

    /// <inheritdoc cref="ToMermaid(Model, int)"/>
    /// <param name="graph">What to draw.</param>
    public static string ToMermaid(this ModelGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new MermaidDrawing(graph).ToString();
    }

    /// <summary>A graph in Graphviz's language, for who has it.</summary>
    /// <param name="model">The model; it has its parameters already.</param>
    /// <param name="depth">Layers within so many others are drawn closed; without it, all are opened.</param>
    /// <exception cref="InvalidOperationException">The model has no parameters yet.</exception>
    public static string ToDot(this Model model, int depth = int.MaxValue) => ModelGraph.Of(model, depth).ToDot();

    /// <inheritdoc cref="ToDot(Model, int)"/>
    /// <param name="graph">What to draw.</param>
    public static string ToDot(this ModelGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new DotDrawing(graph).ToString();
    }
}
