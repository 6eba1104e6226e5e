using Nabla.Cli.Views;
using Spectre.Console;

namespace Nabla.Cli.Tests.Views;

public sealed class ConfusionTableTests
{
    private static readonly string[] s_photographs =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    [Fact]
    public void TenLongNames_StayOnTheirLines()
    {
        int[] labels = [.. Enumerable.Range(0, 10_000).Select(i => i % 10)];
        string[] lines = Lines(new ConfusionCounts(10, labels, labels), s_photographs);

        Assert.Equal(12, lines.Length);
        Assert.Equal(
            ["true", "airp", "auto", "bird", "cat", "deer", "dog", "frog", "hors", "ship", "truc", "right"],
            lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("automobile", lines[3].Trim(), StringComparison.Ordinal);
        Assert.EndsWith("100.00 %", lines[3].Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void FewNames_AreWhole()
    {
        string[] lines = Lines(new ConfusionCounts(3, [0, 1, 2], [0, 1, 1]), ["setosa", "versicolor", "virginica"]);
        Assert.Equal("true setosa versicolor virginica right", string.Join(
            ' ', lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(5, lines.Length);
    }

    private static string[] Lines(ConfusionCounts counts, string[] names)
    {
        using StringWriter writer = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 80;
        console.Write(ConfusionTable.Of(counts, names));
        return [.. writer.ToString().Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
    }
}
