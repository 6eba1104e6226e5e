using Nabla.Cli.Images;

namespace Nabla.Cli.Views;

/// <summary>Shows what the network saw and how sure it is of each digit.</summary>
internal static class PredictionView
{
    private const int BarLength = 40;

    public static void Write(Terminal terminal, Glyph glyph, float[] probabilities, int? truth)
    {
        int digit = Array.IndexOf(probabilities, probabilities.Max());
        string verdict = truth is null ? "" : truth == digit ? ", which is right" : $", but it is {truth}";
        terminal.Canvas.Write(new GlyphDrawing(glyph));
        terminal.WriteLine($"{digit} with {Format.Percent(probabilities[digit])} confidence{verdict}");
        terminal.WriteLine();
        for (int i = 0; i < probabilities.Length; i++)
        {
            string bar = new('█', (int)MathF.Round(probabilities[i] * BarLength));
            terminal.WriteLine($"  {i} {Format.Percent(probabilities[i]),9} {bar}".TrimEnd());
        }
    }
}
