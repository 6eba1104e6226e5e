using Spectre.Console;
using SpectreColumn = Spectre.Console.TableColumn;
using SpectreTable = Spectre.Console.Table;

namespace Nabla.Cli.Views;

/// <summary>A confusion matrix as a table: a row for each true class, a column for each answer.</summary>
internal static class ConfusionTable
{
    private const int NarrowestCell = 5;

    /// <summary>The table of classes that have names.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="names">Of the classes; their numbers by default.</param>
    public static SpectreTable Of(ConfusionCounts matrix, IReadOnlyList<string>? names = null)
    {
        SpectreTable table = new() { Border = TableBorder.Simple };
        table.AddColumn(new SpectreColumn("true").RightAligned());
        for (int predicted = 0; predicted < matrix.Classes; predicted++)
        {
            table.AddColumn(Column(NameOf(predicted)));
        }

        table.AddColumn(new SpectreColumn("right").RightAligned());
        for (int truth = 0; truth < matrix.Classes; truth++)
        {
            table.AddRow(
            [
                new Text(NameOf(truth)),
                .. Enumerable.Range(0, matrix.Classes)
                    .Select(predicted => Cell(matrix[truth, predicted], truth == predicted)),
                new Text(matrix.Recall(truth) is { } recall ? Format.Percent(recall) : ""),
            ]);
        }

        return table;

        string NameOf(int label) => names is null ? $"{label}" : names[label];
    }

    private static SpectreColumn Column(string name) => new SpectreColumn(Markup.Escape(name)).RightAligned()
        .Padding(name.Length < NarrowestCell ? 0 : 1, 0).Width(Math.Max(NarrowestCell, Math.Min(name.Length, 12)));

    private static Text Cell(int count, bool isRight) => new(
        count == 0 ? "·" : $"{count}",
        isRight ? new Style(Color.Green) : count == 0 ? new Style(decoration: Decoration.Dim) : Style.Plain);
}
