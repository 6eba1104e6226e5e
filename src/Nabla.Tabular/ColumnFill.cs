namespace Nabla.Tabular;

/// <summary>The cells of a column while they are read.</summary>
internal abstract class ColumnFill(CsvColumn column)
{
    protected CsvColumn Column { get; } = column;

    /// <summary>Reads a cell; false if it is none of the column's kind, as may be where the kind was told.</summary>
    public abstract bool TrySet(int row, ReadOnlySpan<byte> cell);

    /// <summary>The column of the first rows.</summary>
    public abstract TableColumn ToColumn(int rows);

    protected static T[] First<T>(T[] elements, int rows)
    {
        Array.Resize(ref elements, rows);
        return elements;
    }
}
