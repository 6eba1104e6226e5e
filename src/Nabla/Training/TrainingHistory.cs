using System.Globalization;

namespace Nabla;

/// <summary>What came of some epochs, in order.</summary>
/// <param name="Epochs">The epochs that were completed.</param>
/// <param name="WasCancelled">Whether training was stopped by its token.</param>
public sealed record TrainingHistory(IReadOnlyList<EpochRecord> Epochs, bool WasCancelled)
{
    private const string ColumnGap = "   ";

    /// <summary>The last completed epoch; null when there is none.</summary>
    public EpochRecord? Last => Epochs.Count > 0 ? Epochs[^1] : null;

    /// <summary>The epochs as a table: loss and metrics of training and validation, and the time.</summary>
    public override string ToString()
    {
        string[] training = [.. Names(epoch => epoch.Training)];
        string[] validation = [.. Names(epoch => epoch.Validation)];
        string[][] rows =
        [
            ["epoch", .. training, .. validation.Select(name => $"val {name}"), "time"],
            .. Epochs.Select(epoch => (string[])
            [
                epoch.Epoch.ToString(CultureInfo.InvariantCulture),
                .. training.Select(name => Text(epoch.Training, name)),
                .. validation.Select(name => Text(epoch.Validation, name)),
                string.Create(CultureInfo.InvariantCulture, $"{epoch.Duration.TotalSeconds:F1} s"),
            ]),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        string table = string.Concat(rows.Select(row =>
            string.Join(ColumnGap, row.Zip(widths, (cell, width) => cell.PadLeft(width))) + "\n"));
        return WasCancelled ? table + "cancelled\n" : table;
    }

    /// <summary>The names that any epoch has: one call of Fit may have a validation set and another none.</summary>
    internal IEnumerable<string> Names(Func<EpochRecord, MetricValues?> values) => Epochs
        .SelectMany(epoch => values(epoch) ?? Enumerable.Empty<(string Name, double Value)>())
        .Select(value => value.Name)
        .Distinct(StringComparer.Ordinal);

    private static string Text(MetricValues? values, string name) =>
        values?.FirstOrDefault(value => value.Name == name) is (not null, var value)
            ? value.ToString("F4", CultureInfo.InvariantCulture)
            : "";
}
