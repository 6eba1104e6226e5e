namespace Nabla;

/// <summary>Columns of equal length with names: what a CSV file or a list of records holds.</summary>
/// <remarks>
/// Tables do not change; selecting makes new ones. <see cref="TableFeatures"/> makes tensors of tables with text and
/// missing cells, <see cref="ToTensor"/> of those that are numbers already.
/// </remarks>
/// <example><code>
/// var table = new Table(TableColumn.Of("rooms", new[] { 3, 4 }), TableColumn.Of("town", ["Ulm", "Bonn"]));
/// Table large = table.Where(row => row.Number("rooms") > 3);
/// </code></example>
public sealed partial class Table
{
    private readonly TableColumn[] _columns;
    private readonly Dictionary<string, TableColumn> _byName = new(StringComparer.Ordinal);

    /// <summary>A table of some columns.</summary>
    /// <param name="columns">At least one; of different names and equal lengths.</param>
    /// <exception cref="ArgumentException">There are none, or names or lengths do not fit.</exception>
    public Table(params IReadOnlyList<TableColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0)
        {
            throw new ArgumentException("A table has at least one column, but got none.", nameof(columns));
        }

        _columns = [.. columns];
        foreach (TableColumn column in _columns)
        {
            if (column.Count != _columns[0].Count)
            {
                throw new ArgumentException(
                    $"Column '{column.Name}' has {column.Count} rows where '{_columns[0].Name}' has "
                    + $"{_columns[0].Count}; give all columns the same number of rows.", nameof(columns));
            }

            if (!_byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException(
                    $"Two columns are named '{column.Name}'; rename one with Rename.", nameof(columns));
            }
        }
    }

    /// <summary>The number of rows.</summary>
    public int RowCount => _columns[0].Count;

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<TableColumn> Columns => _columns;

    /// <summary>The names of the columns, in order.</summary>
    public IReadOnlyList<string> Names => [.. _columns.Select(column => column.Name)];

    /// <summary>One row.</summary>
    /// <param name="row">From 0 to <see cref="RowCount"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public TableRow this[int row] => (uint)row < (uint)RowCount ? new TableRow(this, row) :
        throw new ArgumentOutOfRangeException(
            nameof(row), row, $"There are {RowCount} rows, so that their numbers are 0 to {RowCount - 1}.");

    /// <summary>Whether there is a column of a name.</summary>
    /// <param name="name">The name, case and all.</param>
    public bool HasColumn(string name) => _byName.ContainsKey(name);

    /// <summary>The column of a name.</summary>
    /// <param name="name">The name, case and all.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those there are.</exception>
    public TableColumn Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out TableColumn? column) ? column : throw NoSuchColumn(name);
    }

    /// <summary>Columns as a float32 matrix, NaN where a cell is missing.</summary>
    /// <param name="columns">Their names, in order; all columns by default.</param>
    /// <returns>[rows, columns].</returns>
    /// <exception cref="InvalidOperationException">A column holds text.</exception>
    public Tensor ToTensor(params ReadOnlySpan<string> columns)
    {
        TableColumn[] selected = columns.IsEmpty ? _columns : Select(columns)._columns;
        float[] matrix = GC.AllocateUninitializedArray<float>(checked(RowCount * selected.Length));
        for (int i = 0; i < selected.Length && RowCount > 0; i++)
        {
            selected[i].CopyTo(matrix.AsSpan(i), selected.Length);
        }

        return Tensor.From(matrix, [RowCount, selected.Length]);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{RowCount} rows: {string.Join(", ", _columns.Select(column => $"{column.Name} ({column.Kind})"))}";

    private ArgumentException NoSuchColumn(string name)
    {
        string? near = Names.FirstOrDefault(
            known => string.Equals(known.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));
        const int Shown = 20;
        string names = string.Join(", ", Names.Take(Shown)) + (Names.Count > Shown ? ", …" : "");
        return new ArgumentException(
            $"There is no column '{name}'; {(near is null ? "" : $"did you mean '{near}'? ")}the columns are {names}.",
            nameof(name));
    }
}
