namespace Nabla.Tabular;

/// <summary>Truth values.</summary>
internal sealed class BooleanFill(CsvColumn column, int rows) : ColumnFill(column)
{
    private readonly bool[] _elements = new bool[rows];

    public override bool TrySet(int row, ReadOnlySpan<byte> cell) =>
        CsvCells.TryBoolean(cell, out _elements[row]);

    public override TableColumn ToColumn(int rows) => TableColumn.Of(Column.Name, First(_elements, rows));
}
