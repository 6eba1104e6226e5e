using Nabla.Cli.Images;
using Nabla.Cli.Training;

namespace Nabla.Cli.Views;

/// <summary>Shows how a network did on a test set.</summary>
internal static class TestResultView
{
    private const int MistakeRows = 2;

    public static void Write(Terminal terminal, TestResult result, Dataset test)
    {
        terminal.WriteLine($"test accuracy {Format.Percent(result.Accuracy)}   test loss {Format.Loss(result.Loss)}   "
            + $"{result.Mistakes.Count:N0} of {test.Count:N0} images wrong");
        terminal.Canvas.Write(ConfusionTable.Of(result.Confusion));
        if (result.Mistakes.Count > 0)
        {
            terminal.WriteLine("The worst mistakes, the surest first:");
            terminal.WriteLine();
            WriteMistakes(terminal, result, test);
        }
    }

    private static void WriteMistakes(Terminal terminal, TestResult result, Dataset test)
    {
        int perRow = MistakeGallery.PerRow(terminal.Canvas.Profile.Width);
        Mistake[] worst = [.. result.Mistakes.Take(perRow * MistakeRows)];
        var glyphs = TestImages.At(test, [.. worst.Select(mistake => mistake.Index)]).Select(image => image.Glyph);
        foreach ((Mistake, Glyph)[] row in worst.Zip(glyphs).Chunk(perRow))
        {
            terminal.Canvas.Write(MistakeGallery.Row(row));
        }
    }
}
