using Nabla.Cli.Sources;
using Nabla.Studio;

namespace Nabla.Cli.Runs;

/// <summary>The report of a run as a page to look at.</summary>
internal static class RunReport
{
    /// <summary>Writes it from the record of a run that has ended or is under way.</summary>
    /// <exception cref="UsageException">There is no record yet.</exception>
    public static void Write(RunFolder folder)
    {
        if (!File.Exists(folder.Record))
        {
            throw new UsageException(
                $"'{folder.FullName}' has no record of an epoch yet; carry the run on with "
                + $"'nabla resume {folder.FullName}'.");
        }

        RunRecord record = RunRecord.Load(folder.Record);
        HtmlReport.Write(folder.Report, File.Exists(folder.History)
            ? record with { Epochs = EpochsOf(folder.History) }
            : record);
    }

    /// <summary>The recorder that a run is watched by.</summary>
    public static RunRecorder Recorder(RunFolder folder, PreparedData data) =>
        new(data.Test ?? data.Validation ?? data.Train, folder.Record)
        {
            ExamplesName = data.Test is not null ? "test" : data.Validation is not null ? "validation" : "training",
            ToUnits = number => (number * data.Goal.Deviation) + data.Goal.Mean,
            Title = data.Set?.Title ?? folder.FullName,
            Classes = data.Goal.Classes,
        };

    private static RunEpoch[] EpochsOf(string history)
    {
        const string Validation = "val_";
        string[] others = ["epoch", "seconds", "examples_per_second", "learning_rate"];
        Table table = CsvTable.Read(history, new CsvOptions { Header = CsvHeader.Present });
        string[] names = [.. table.Names.Except(others)];
        return
        [
            .. Enumerable.Range(0, table.RowCount).Select(row => new RunEpoch(
                (int)table.Column("epoch").Number(row),
                Values(row, names.Where(name => !IsValidation(name)), 0),
                Values(row, names.Where(IsValidation), Validation.Length),
                table.Column("learning_rate").Number(row),
                table.Column("seconds").Number(row),
                table.Column("examples_per_second").Number(row))),
        ];

        bool IsValidation(string name) => name.StartsWith(Validation, StringComparison.Ordinal);

        RunValue[] Values(int row, IEnumerable<string> columns, int prefix) =>
            [.. columns.Select(name => new RunValue(name[prefix..], table.Column(name).Number(row)))];
    }
}
