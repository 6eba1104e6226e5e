namespace Nabla.Cli.Views;

/// <summary>Shows how sure a network is of each class.</summary>
internal static class PredictionView
{
    private const int BarLength = 40;

    /// <summary>Writes it.</summary>
    /// <param name="terminal">Takes it.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="probabilities">How sure the network is of each, from 0 to 1.</param>
    /// <param name="truth">The class that is right; null where nobody knows.</param>
    public static void Write(Terminal terminal, IReadOnlyList<string> classes, float[] probabilities, int? truth)
    {
        int best = Array.IndexOf(probabilities, probabilities.Max());
        string verdict = truth is not { } label ? ""
            : label == best ? ", which is right" : $", but it is {classes[label]}";
        terminal.WriteLine($"{classes[best]} with {Format.Percent(probabilities[best])} confidence{verdict}");
        terminal.WriteLine();
        int width = classes.Max(name => name.Length);
        for (int i = 0; i < probabilities.Length; i++)
        {
            string bar = new('█', (int)MathF.Round(probabilities[i] * BarLength));
            terminal.WriteLine(
                $"  {classes[i].PadRight(width)} {Format.Percent(probabilities[i]),9} {bar}".TrimEnd());
        }
    }
}
