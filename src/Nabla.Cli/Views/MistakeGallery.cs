using Nabla.Cli.Images;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli.Views;

/// <summary>Mistakes drawn side by side, as many in a row as the terminal is wide.</summary>
internal static class MistakeGallery
{
    private const int Gap = 2;

    /// <summary>How many fit into a line.</summary>
    public static int PerRow(int width) => Math.Max(1, (width + Gap) / (GlyphDrawing.Columns + Gap));

    /// <summary>One row of them.</summary>
    public static Grid Row(IReadOnlyList<(Mistake Mistake, Glyph Glyph)> mistakes)
    {
        Grid grid = new();
        for (int i = 0; i < mistakes.Count; i++)
        {
            grid.AddColumn(new GridColumn { Padding = new Spectre.Console.Padding(0, 0, Gap, 1), NoWrap = true });
        }

        grid.AddRow([.. mistakes.Select(pair => (IRenderable)Drawing(pair.Mistake, pair.Glyph))]);
        return grid;
    }

    private static Rows Drawing(Mistake mistake, Glyph glyph) => new(
        new GlyphDrawing(glyph),
        new Text($"{mistake.Truth} taken for {mistake.Predicted}, {mistake.Confidence:P0}"),
        new Text($"test image {mistake.Index}", new Style(decoration: Decoration.Dim)));
}
