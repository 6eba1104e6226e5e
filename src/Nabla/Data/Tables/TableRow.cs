namespace Nabla;

/// <summary>A row of a table.</summary>
/// <param name="table">The table.</param>
/// <param name="index">The number of the row.</param>
public readonly struct TableRow(Table table, int index)
{
    /// <summary>The number of the row within its table, from 0.</summary>
    public int Index => index;

    /// <summary>A cell as a number (see <see cref="TableColumn.Number"/>).</summary>
    /// <param name="column">The name of its column.</param>
    public double Number(string column) => table.Column(column).Number(index);

    /// <summary>A cell as text (see <see cref="TableColumn.Text"/>).</summary>
    /// <param name="column">The name of its column.</param>
    public string? Text(string column) => table.Column(column).Text(index);

    /// <summary>Whether a cell has no value.</summary>
    /// <param name="column">The name of its column.</param>
    public bool IsMissing(string column) => table.Column(column).IsMissing(index);

    /// <inheritdoc/>
    public override string ToString()
    {
        int row = index;
        return string.Join(", ", table.Columns.Select(column => $"{column.Name}: {column.Text(row) ?? "missing"}"));
    }
}
