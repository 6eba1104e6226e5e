using Nabla.Cli.Images;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli.Views;

/// <summary>A glyph in the terminal: a character is one pixel wide and two pixels high.</summary>
internal sealed class GlyphDrawing(Glyph glyph) : Renderable
{
    // The signs of MNIST stay within 20×20 but for a stroke or two; the rest of the field is empty paper.
    private const int Margin = 2;
    private const int First = Margin;
    private const int End = Glyph.Extent - Margin;

    /// <summary>Characters in a row.</summary>
    public const int Columns = End - First;

    private const string UpperHalf = "▀";

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Columns, Columns);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        bool hasGrays = options.ColorSystem is ColorSystem.TrueColor or ColorSystem.EightBit;
        for (int row = First; row < End; row += 2)
        {
            for (int column = First; column < End; column++)
            {
                byte upper = glyph.Ink[(row * Glyph.Extent) + column];
                byte lower = glyph.Ink[((row + 1) * Glyph.Extent) + column];
                yield return hasGrays
                    ? new Segment(UpperHalf, new Style(Gray(upper), Gray(lower)))
                    : new Segment(Block(upper, lower));
            }

            yield return Segment.LineBreak;
        }
    }

    private static Color Gray(byte level) => new(level, level, level);

    private static string Block(byte upper, byte lower) => (upper > byte.MaxValue / 3, lower > byte.MaxValue / 3) switch
    {
        (true, true) => "█",
        (true, false) => UpperHalf,
        (false, true) => "▄",
        (false, false) => " ",
    };
}
