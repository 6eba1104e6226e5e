using Spectre.Console;
using SpectreColumn = Spectre.Console.TableColumn;
using SpectreTable = Spectre.Console.Table;

namespace Nabla.Cli.Views;

/// <summary>A confusion matrix as a table: a row for each true class, a column for each answer.</summary>
internal static class ConfusionTable
{
    private const int NarrowestCell = 5;
    private const int CrowdedCell = 4;
    private const int WidestCell = 12;
    private const int LineLength = 80;

    // The names of classes, the share that is right, and the space around them.
    private const int OtherColumns = 24;

    /// <summary>The table of classes that have names.</summary>
    /// <remarks>Where there is no room for the names of all answers, their beginnings head the columns.</remarks>
    /// <param name="matrix">The counts.</param>
    /// <param name="names">Of the classes; their numbers by default.</param>
    public static SpectreTable Of(ConfusionCounts matrix, IReadOnlyList<string>? names = null)
    {
        string[] classes = [.. Enumerable.Range(0, matrix.Classes).Select(label => names?[label] ?? $"{label}")];
        bool hasRoom = classes.Sum(name => WidthOf(name) + 1) <= LineLength - OtherColumns;
        int crowded = Math.Max(CrowdedCell, $"{matrix.Largest}".Length);
        SpectreTable table = new() { Border = TableBorder.Simple };
        table.AddColumn(new SpectreColumn("true") { NoWrap = true }.RightAligned());
        foreach (string name in classes)
        {
            table.AddColumn(hasRoom
                ? Column(name, WidthOf(name), name.Length < NarrowestCell ? 0 : 1)
                : Column(name[..Math.Min(name.Length, crowded)], crowded, 0));
        }

        table.AddColumn(new SpectreColumn("right") { NoWrap = true }.RightAligned());
        for (int truth = 0; truth < matrix.Classes; truth++)
        {
            table.AddRow(
            [
                new Text(classes[truth]),
                .. Enumerable.Range(0, matrix.Classes)
                    .Select(predicted => Cell(matrix[truth, predicted], truth == predicted)),
                new Text(matrix.Recall(truth) is { } recall ? Format.Percent(recall) : ""),
            ]);
        }

        return table;
    }

    private static int WidthOf(string name) => Math.Clamp(name.Length, NarrowestCell, WidestCell);

    private static SpectreColumn Column(string name, int width, int space) =>
        new SpectreColumn(Markup.Escape(name)) { NoWrap = true }.RightAligned().Padding(space, 0).Width(width);

    private static Text Cell(int count, bool isRight) => new(
        count == 0 ? "·" : $"{count}",
        isRight ? new Style(Color.Green) : count == 0 ? new Style(decoration: Decoration.Dim) : Style.Plain);
}
