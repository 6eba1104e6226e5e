using Nabla.Cli.CommandLine;
using Nabla.Cli.Sources;
using Nabla.Cli.Views;

namespace Nabla.Cli.Models;

/// <summary>A saved model of the rows of a table.</summary>
/// <param name="terminal">Takes what is found.</param>
/// <param name="model">The model.</param>
/// <param name="features">How rows become its inputs.</param>
/// <param name="file">The model's file, for messages.</param>
internal sealed class TableModel(Terminal terminal, Model model, TableFeatures features, string file)
{
    private readonly Goal _goal = SavedNotes.GoalOf(features);

    /// <summary>Says how good the model is on the rows that have a value of its target.</summary>
    public void Evaluate(string data, CsvOptions options)
    {
        Table read = Read(data, options);
        if (!read.HasColumn(_goal.Name))
        {
            throw new InvalidFileException(
                $"'{data}' has no column '{_goal.Name}', which '{file}' predicts, so that there is nothing to compare "
                + $"with; 'nabla predict {file} {data}' says what the model makes of it.");
        }

        Table known = read.Where(row => !row.IsMissing(_goal.Name));
        if (known.RowCount == 0)
        {
            throw new InvalidFileException($"No row of '{data}' has a value of '{_goal.Name}' to compare with.");
        }

        if (known.RowCount < read.RowCount)
        {
            terminal.WriteLine($"{TableFindings.Counted(read.RowCount - known.RowCount, "row")} without a value of "
                + $"'{_goal.Name}' left out");
        }

        TellUnseen(known, terminal.WriteLine);
        Tensor targets = features.Targets(known);
        Tensor outputs = model.Predict(features.Encode(known));
        terminal.WriteLine($"on {TableFindings.Counted(known.RowCount, "row")} of {data}:");
        ScoreTable.Write(
            terminal,
            [
                ("model", _goal.Score(outputs, targets)),
                (_goal.IsClassification ? "most frequent" : "mean",
                    _goal.Score(_goal.Constant(targets, known.RowCount), targets)),
            ]);
        if (_goal.Classes is { } classes)
        {
            terminal.Canvas.Write(ConfusionTable.Of(
                new ConfusionCounts(
                    classes.Count, targets.ToArray<int>(), outputs.ArgMax(1).Cast(DType.Int32).ToArray<int>()),
                classes));
        }
    }

    /// <summary>The rows with what the model makes of them.</summary>
    public Table Predict(string data, CsvOptions options)
    {
        Table read = Read(data, options);
        TellUnseen(read, line => ErrorOutput.WriteLine(terminal, $"nabla: note: {line}"));
        Tensor outputs = model.Predict(features.Encode(read));
        return PredictionTable.With(read, _goal, outputs, features.Decode(outputs));
    }

    private Table Read(string data, CsvOptions options)
    {
        Table table = CsvTable.Read(InputFile.NotFolder(data), options);
        string[] lacking =
        [
            .. features.Columns.Where(column => column.Width > 0 && !table.HasColumn(column.Name))
                .Select(column => column.Name),
        ];
        const int Shown = 8;
        return lacking.Length == 0 ? table : throw new InvalidFileException(
            $"'{data}' lacks {TableFindings.Counted(lacking.Length, "column")} that '{file}' was trained with: "
            + $"{string.Join(", ", lacking.Take(Shown))}{(lacking.Length > Shown ? ", …" : "")}; "
            + $"it has {string.Join(", ", table.Names.Take(Shown))}{(table.Names.Count > Shown ? ", …" : "")}.");
    }

    private void TellUnseen(Table table, Action<string> tell)
    {
        foreach (CategoricalEncoding column in features.Columns.OfType<CategoricalEncoding>())
        {
            string[] unseen =
            [
                .. Enumerable.Range(0, table.RowCount).Select(row => table.Column(column.Name).Text(row))
                    .OfType<string>().Where(text => !column.Classes.Contains(text)),
            ];
            if (unseen.Length > 0)
            {
                tell($"{TableFindings.Counted(unseen.Length, "row")} of column '{column.Name}' with categories that "
                    + $"were not there in training, such as '{unseen[0]}', count as none of them");
            }
        }
    }
}
