using Nabla.Cli.Images;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli.Views;

/// <summary>Mistakes drawn side by side, as many in a row as the terminal is wide.</summary>
internal static class MistakeGallery
{
    private const int Gap = 2;
    private const int Rows = 2;

    /// <summary>Draws the first of the mistakes, as many as two rows hold.</summary>
    public static void Write(
        Terminal terminal, IReadOnlyList<Mistake> mistakes, Dataset test, IReadOnlyList<string> classes)
    {
        int perRow = Math.Max(1, (terminal.Canvas.Profile.Width + Gap) / (GlyphDrawing.Columns + Gap));
        Mistake[] worst = [.. mistakes.Take(perRow * Rows)];
        Glyph[] glyphs = TestImages.At(test, [.. worst.Select(mistake => mistake.Index)]);
        foreach ((Mistake, Glyph)[] row in worst.Zip(glyphs).Chunk(perRow))
        {
            terminal.Canvas.Write(Row(row, classes));
        }
    }

    private static Grid Row(IReadOnlyList<(Mistake Mistake, Glyph Glyph)> mistakes, IReadOnlyList<string> classes)
    {
        Grid grid = new();
        for (int i = 0; i < mistakes.Count; i++)
        {
            grid.AddColumn(new GridColumn { Padding = new Spectre.Console.Padding(0, 0, Gap, 1), NoWrap = true });
        }

        grid.AddRow([.. mistakes.Select(pair => (IRenderable)Drawing(pair.Mistake, pair.Glyph, classes))]);
        return grid;
    }

    private static Spectre.Console.Rows Drawing(Mistake mistake, Glyph glyph, IReadOnlyList<string> classes) => new(
        new GlyphDrawing(glyph),
        new Text($"{classes[mistake.Truth]} taken for {classes[mistake.Predicted]}, {mistake.Confidence:P0}"),
        new Text($"test image {mistake.Index}", new Style(decoration: Decoration.Dim)));
}
