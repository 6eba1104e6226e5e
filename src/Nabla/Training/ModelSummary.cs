using System.Globalization;
using System.Text;

namespace Nabla;

/// <summary>A model at a glance.</summary>
/// <param name="Rows">The layers, each before those within it; the first is the model.</param>
/// <param name="ParameterCount">The parameters, counted in elements.</param>
/// <param name="ParameterBytes">The memory of the parameters.</param>
public sealed record ModelSummary(IReadOnlyList<SummaryRow> Rows, long ParameterCount, long ParameterBytes)
{
    private static readonly string[] s_headings = ["layer", "output", "parameters"];

    /// <summary>The parameters that training changes.</summary>
    public long TrainableCount { get; init; }

    /// <summary>The memory of intermediate results in predicting one example.</summary>
    public long PredictionPeakBytes { get; init; }

    /// <summary>The memory of intermediate results in one training step; null when it was not asked for.</summary>
    public long? TrainingPeakBytes { get; init; }

    /// <summary>The examples of the training step.</summary>
    public int? BatchSize { get; init; }

    /// <summary>The summary as a table.</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder(Table(Rows));
        text.Append(
            culture, $"{ParameterCount:N0} parameters, {TrainableCount:N0} trainable, {Bytes(ParameterBytes)}\n");
        text.Append(culture, $"predicting one example takes {Bytes(PredictionPeakBytes)} more");
        if (TrainingPeakBytes is { } training)
        {
            text.Append(culture, $", a step of {BatchSize} examples {Bytes(training)}");
        }

        return text.Append('\n').ToString();
    }

    internal static string Table(IReadOnlyList<SummaryRow> rows)
    {
        string[][] cells = [s_headings, .. rows.Select(Cells)];
        int[] widths =
            [.. Enumerable.Range(0, s_headings.Length).Select(column => cells.Max(row => row[column].Length))];
        return string.Concat(cells.Select(row =>
            $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadLeft(widths[2])}\n"));
    }

    private static string[] Cells(SummaryRow row) =>
    [
        $"{new string(' ', 2 * row.Depth)}{row.Name}{(row.Name.Length > 0 ? " " : "")}{row.Type}",
        row.OutputShape?.ToString() ?? "",
        row.HasParts ? "" : row.ParameterCount.ToString("N0", CultureInfo.InvariantCulture),
    ];

    private static string Bytes(long count) => count switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{count} bytes"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e3:F0} kB"),
        < 10_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:F0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count / 1e9:F1} GB"),
    };
}
