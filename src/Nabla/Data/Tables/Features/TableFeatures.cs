using Nabla.Data;

namespace Nabla;

/// <summary>
/// Makes tensors of tables with numbers, categories and missing cells, as it was fitted to one of them.
/// </summary>
/// <remarks>
/// <para>
/// Numbers are standardized, with a second feature that says what is missing where something was; categories get a
/// feature each, or share features by a hash where there are very many; constant columns, row numbers and texts that
/// mostly differ are left out. <see cref="Columns"/> says what became of each column, and why.
/// </para>
/// <para>
/// A target of text or truth values is classes, one of few different whole numbers too (up to 20, each in five rows on
/// average, or just two), any other a number, which is standardized. Columns are found by name, whatever their order.
/// </para>
/// </remarks>
/// <example><code>
/// Table table = CsvTable.Read("titanic.csv");
/// TableFeatures features = TableFeatures.Fit(table, target: "Survived");
/// trainer.Fit(features.ToDataset(table), epochs: 20);
/// TableColumn survived = features.Decode(model.Predict(features.Encode(other)));
/// </code></example>
[Component("table_features")]
public sealed class TableFeatures : Encoder
{
    /// <summary>Creates the features; <see cref="Fit"/> finds out what the parameters are.</summary>
    /// <param name="columns">What becomes of each column.</param>
    /// <param name="target">What is predicted, if anything.</param>
    /// <exception cref="ArgumentException">No column gives a feature, or two have one name.</exception>
    public TableFeatures(IReadOnlyList<ColumnEncoding> columns, TargetEncoding? target = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = [.. columns];
        Target = target;
        Width = Columns.Sum(column => column.Width);
        if (Width == 0)
        {
            throw new ArgumentException(
                $"No column gives a feature: {string.Join("; ", Columns)}. "
                + "Choose columns that differ from row to row.", nameof(columns));
        }

        if (Columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count() != Columns.Count)
        {
            throw new ArgumentException("Two columns have one name; name each once.", nameof(columns));
        }
    }

    /// <summary>What becomes of each column.</summary>
    public IReadOnlyList<ColumnEncoding> Columns { get; }

    /// <summary>What is predicted, if anything.</summary>
    public TargetEncoding? Target { get; }

    /// <summary>The number of features of a row.</summary>
    public int Width { get; }

    /// <summary>What each feature is, in order.</summary>
    public IReadOnlyList<string> FeatureNames => [.. Columns.SelectMany(column => column.FeatureNames)];

    /// <summary>Finds out what the columns of a table are.</summary>
    /// <param name="table">The table to learn from.</param>
    /// <param name="target">The column to predict; null for none.</param>
    /// <param name="options">What is not to be found out.</param>
    /// <exception cref="ArgumentException">
    /// There is no such column, none gives a feature, a cell is infinite, or the target is the same in every row.
    /// </exception>
    public static TableFeatures Fit(Table table, string? target = null, TableFeaturesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new TableFeaturesOptions();
        if (table.RowCount == 0)
        {
            throw new ArgumentException("The table has no rows to be fitted to; give it some.", nameof(table));
        }

        Table inputs = options.Columns is null ? table : table.Select([.. options.Columns]);
        HashSet<string> left = [.. options.Without.Select(name => table.Column(name).Name)];
        if (target is not null)
        {
            left.Add(target);
        }

        return new TableFeatures(
            [
                .. inputs.Columns.Where(column => !left.Contains(column.Name))
                    .Select(column => FeatureFitting.Encode(column, options)),
            ],
            target is null ? null : FeatureFitting.Target(table.Column(target), options));
    }

    /// <summary>The features of each row of a table.</summary>
    /// <param name="table">A table with the columns that were fitted to, in any order; others are passed over.</param>
    /// <returns>float32 [rows, <see cref="Width"/>].</returns>
    /// <exception cref="ArgumentException">A column is missing, or holds text where it held numbers.</exception>
    public Tensor Encode(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Tensor.Create<float>([table.RowCount, Width], matrix => Fill(matrix, table));
    }

    /// <summary>The number of each row's category in one column, as an embedding takes them.</summary>
    /// <param name="table">A table with the column.</param>
    /// <param name="column">The name of a column of categories.</param>
    /// <returns>int32 [rows]: 0 where it is missing or was not seen, then from 1.</returns>
    /// <exception cref="ArgumentException">The column holds no categories.</exception>
    public Tensor Categories(Table table, string column)
    {
        ArgumentNullException.ThrowIfNull(table);
        ColumnEncoding? encoding = Columns.FirstOrDefault(known => known.Name == column);
        return encoding?.Categories(table.Column(column)) is { } categories
            ? Tensor.From(categories)
            : throw new ArgumentException(
                $"'{column}' is no column of categories ({encoding?.Description ?? "it was not fitted"}); "
                + "Encode gives the features of all columns.", nameof(column));
    }

    /// <summary>The target of each row of a table.</summary>
    /// <param name="table">A table with the target's column.</param>
    /// <returns>int32 labels [rows], or standardized float32 numbers [rows, 1].</returns>
    /// <exception cref="InvalidOperationException">There is no target, or a row has no value of it.</exception>
    /// <exception cref="ArgumentException">The column is missing, or holds a class that is unknown.</exception>
    public Tensor Targets(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        TargetEncoding target = RequiredTarget;
        return target.Encode(table.Column(target.Name));
    }

    /// <summary>Features and targets of a table as examples to learn from.</summary>
    /// <param name="table">A table with the columns that were fitted to and the target's.</param>
    /// <exception cref="InvalidOperationException">There is no target, or a row has no value of it.</exception>
    public TensorDataset ToDataset(Table table)
    {
        Tensor targets = Targets(table);
        var matrix = new float[checked(table.RowCount * Width)];
        Fill(matrix, table);
        return new TensorDataset(new Column<float>(matrix, table.RowCount, [Width]), Column.Of(targets));
    }

    /// <summary>
    /// Predictions as a column of the target's name: names of classes, or numbers in their own units.
    /// </summary>
    /// <param name="predictions">
    /// What the model gave: [rows, classes] of scores or probabilities, or [rows] of labels; for numbers [rows, 1] or
    /// [rows].
    /// </param>
    /// <exception cref="ShapeMismatchException">The predictions are not those of the target.</exception>
    /// <exception cref="InvalidOperationException">There is no target.</exception>
    public TableColumn Decode(Tensor predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return RequiredTarget.Decode(predictions);
    }

    /// <summary>What became of each column, a line each.</summary>
    public override string ToString() => string.Join(
        '\n', [$"{Width} features", .. Columns.Select(column => column.ToString()), $"target {Target}"]);

    private TargetEncoding RequiredTarget => Target ?? throw new InvalidOperationException(
        "The features were fitted without a target; name one, as in TableFeatures.Fit(table, target: \"price\").");

    private void Fill(Span<float> matrix, Table table)
    {
        int place = 0;
        foreach (ColumnEncoding encoding in Columns.Where(column => column.Width > 0))
        {
            TableColumn column = table.Column(encoding.Name);
            if (table.RowCount > 0)
            {
                encoding.Encode(column, matrix[place..], Width);
            }

            place += encoding.Width;
        }
    }
}
