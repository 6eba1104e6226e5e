using Nabla.Data;

namespace Nabla;

public sealed partial class Table
{
    /// <summary>Some columns.</summary>
    /// <param name="columns">Their names, in the wanted order.</param>
    /// <exception cref="ArgumentException">There is no such column, or one is named twice.</exception>
    public Table Select(params ReadOnlySpan<string> columns)
    {
        var selected = new TableColumn[columns.Length];
        for (int i = 0; i < selected.Length; i++)
        {
            selected[i] = Column(columns[i]);
        }

        return new Table(selected);
    }

    /// <summary>All columns but some.</summary>
    /// <param name="columns">The names of those that are left out.</param>
    /// <exception cref="ArgumentException">There is no such column, or none is left.</exception>
    public Table Without(params ReadOnlySpan<string> columns)
    {
        HashSet<string> dropped = [];
        foreach (string column in columns)
        {
            dropped.Add(Column(column).Name);
        }

        return new Table([.. _columns.Where(column => !dropped.Contains(column.Name))]);
    }

    /// <summary>This table with a column more, or with another one in place of the one of its name.</summary>
    /// <param name="column">The column.</param>
    public Table With(TableColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Table(HasColumn(column.Name)
            ? [.. _columns.Select(own => own.Name == column.Name ? column : own)]
            : [.. _columns, column]);
    }

    /// <summary>Some rows, in that order; one may come more than once.</summary>
    /// <param name="rows">The numbers of the rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Table Rows(params ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            _ = this[row];
        }

        var columns = new TableColumn[_columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = _columns[i].Select(rows);
        }

        return new Table(columns);
    }

    /// <summary>The rows that a condition holds for.</summary>
    /// <param name="condition">Is asked for each row.</param>
    public Table Where(Func<TableRow, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Rows([.. Enumerable.Range(0, RowCount).Where(row => condition(new TableRow(this, row)))]);
    }

    /// <summary>The first rows.</summary>
    /// <param name="count">How many at most.</param>
    public Table Take(int count) => Range(0, Math.Clamp(count, 0, RowCount));

    /// <summary>All but the first rows.</summary>
    /// <param name="count">How many are left out.</param>
    public Table Skip(int count) => Range(Math.Clamp(count, 0, RowCount), RowCount);

    /// <summary>Two parts of shuffled rows, such as one to train with and one to judge by.</summary>
    /// <param name="share">The share of the first part, between 0 and 1.</param>
    /// <param name="seed">The seed of the order; the same seed gives the same parts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public (Table First, Table Second) Split(double share, long seed = 0)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1, such as 0.8.");
        }

        var order = new EpochOrder(RowCount);
        order.Shuffle(seed, epoch: 0);
        int border = (int)Math.Round(share * RowCount);
        return (Rows(order.Examples[..border]), Rows(order.Examples[border..]));
    }

    private Table Range(int start, int end) => Rows([.. Enumerable.Range(start, end - start)]);
}
