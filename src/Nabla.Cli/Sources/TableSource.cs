using Nabla.Cli.CommandLine;

namespace Nabla.Cli.Sources;

/// <summary>The rows of a table that have a value of the target.</summary>
internal sealed class TableSource : ExampleSource
{
    private readonly DataConfiguration _configuration;
    private readonly Table _table;
    private readonly TableFeatures _whole;
    private readonly int[] _rows;

    private TableSource(DataConfiguration configuration, Table read)
    {
        _configuration = configuration;
        string target = TargetOf(read, configuration);
        CheckNames(read, configuration.Without, "--without");
        _rows = [.. Enumerable.Range(0, read.RowCount).Where(row => !read.Column(target).IsMissing(row))];
        if (_rows.Length == 0)
        {
            throw new InvalidFileException(
                $"No row of '{configuration.Path}' has a value of '{target}'; choose another --target.");
        }

        _table = _rows.Length == read.RowCount ? read : read.Rows(_rows);
        _whole = Fit(_table, target);
        Labels = _whole.Target is ClassTarget ? _whole.Targets(_table).ToArray<int>() : null;
        Findings = TableFindings.Of(Name, read, _table, _whole, Labels);
    }

    public override string Name => NameOf(_configuration.Path);

    public override int Count => _rows.Length;

    public override IReadOnlyList<string> Findings { get; }

    protected override int[]? Labels { get; }

    public override int OriginalNumber(int example) => _rows[example];

    /// <summary>Reads what a configuration names.</summary>
    /// <exception cref="InvalidFileException">The file is no table, or there is nothing in it to learn.</exception>
    /// <exception cref="UsageException">There is no such target.</exception>
    public static TableSource Load(DataConfiguration configuration, CancellationToken stop) =>
        new(configuration, CsvTable.Read(configuration.Path, configuration.TableOptions, stop));

    protected override PreparedData Prepare(int[] train, int[] validation, int[] test)
    {
        Table rows = _table.Rows(train);
        TableFeatures fitted = Fit(rows, _whole.Target!.Name);

        // Every class has its place, even one so rare that no row to learn from has it.
        TableFeatures features = _whole.Target is ClassTarget ? new(fitted.Columns, _whole.Target) : fitted;
        Goal goal = SavedNotes.GoalOf(features);
        return new PreparedData
        {
            Train = features.ToDataset(rows),
            Validation = Part(validation),
            Test = Part(test),
            Goal = goal,
            Notes = SavedNotes.Of(features),
            Findings = [],
        };

        TensorDataset? Part(int[] part) => part.Length == 0 ? null : features.ToDataset(_table.Rows(part));
    }

    // What all rows tell, a part of them may not: a part of the row numbers looks like a quantity.
    private IEnumerable<string> Useless =>
        _whole?.Columns.Where(column => column.Width == 0).Select(column => column.Name) ?? [];

    private TableFeatures Fit(Table table, string target)
    {
        try
        {
            return TableFeatures.Fit(table, target, new TableFeaturesOptions
            {
                Without = [.. _configuration.Without, .. Useless],
                IsClassification = _whole?.Target is { } known ? known is ClassTarget : _configuration.IsClassification,
            });
        }
        catch (ArgumentException exception)
        {
            throw new InvalidFileException(
                $"'{_configuration.Path}' cannot be learned from: {exception.Message}", exception);
        }
    }

    private static string TargetOf(Table table, DataConfiguration configuration)
    {
        string target = configuration.Target ?? throw new UsageException(
            $"Name the column to predict with --target; the columns are {Listed(table.Names)}.");
        CheckNames(table, [target], "--target");
        return target;
    }

    private static void CheckNames(Table table, IEnumerable<string> names, string option)
    {
        if (names.FirstOrDefault(name => !table.HasColumn(name)) is { } stray)
        {
            string guess = NearestTo(stray, table.Names) is { } near ? $"did you mean '{near}'? " : "";
            throw new UsageException(
                $"{option}: there is no column '{stray}'; {guess}The columns are {Listed(table.Names)}.");
        }
    }

    private static string? NearestTo(string typed, IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => string.Equals(name, typed, StringComparison.OrdinalIgnoreCase))
        ?? EditDistance.Nearest(typed, names);

    private static string Listed(IReadOnlyList<string> names)
    {
        const int Shown = 20;
        return string.Join(", ", names.Take(Shown)) + (names.Count > Shown ? $" and {names.Count - Shown} more" : "");
    }

    private static string NameOf(string path)
    {
        string name = Path.GetFileName(path);
        foreach (string extension in new[] { ".gz", ".csv", ".tsv", ".txt", ".data" })
        {
            name = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name[..^extension.Length] : name;
        }

        return name;
    }
}
