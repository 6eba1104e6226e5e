using Spectre.Console;
using SpectreColumn = Spectre.Console.TableColumn;
using SpectreTable = Spectre.Console.Table;

namespace Nabla.Cli.Views;

/// <summary>A confusion matrix as a table: a row for each true class, a column for each answer.</summary>
internal static class ConfusionTable
{
    public static SpectreTable Of(ConfusionCounts matrix)
    {
        SpectreTable table = new() { Border = TableBorder.Simple };
        table.AddColumn(new SpectreColumn("true").RightAligned());
        for (int predicted = 0; predicted < matrix.Classes; predicted++)
        {
            table.AddColumn(new SpectreColumn($"{predicted}").RightAligned().Padding(0, 0).Width(5));
        }

        table.AddColumn(new SpectreColumn("right").RightAligned());
        for (int truth = 0; truth < matrix.Classes; truth++)
        {
            table.AddRow(
            [
                new Text($"{truth}"),
                .. Enumerable.Range(0, matrix.Classes)
                    .Select(predicted => Cell(matrix[truth, predicted], truth == predicted)),
                new Text(matrix.Recall(truth) is { } recall ? Format.Percent(recall) : ""),
            ]);
        }

        return table;
    }

    private static Text Cell(int count, bool isRight) => new(
        count == 0 ? "·" : $"{count}",
        isRight ? new Style(Color.Green) : count == 0 ? new Style(decoration: Decoration.Dim) : Style.Plain);
}
