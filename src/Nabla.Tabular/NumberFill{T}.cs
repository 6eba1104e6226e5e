using System.Numerics;

namespace Nabla.Tabular;

/// <summary>Float32 or float64 numbers.</summary>
internal sealed class NumberFill<T>(CsvColumn column, int rows) : ColumnFill(column)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _elements = new T[rows];

    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (Column.Missing.Contains(cell))
        {
            _elements[row] = T.NaN;
            return true;
        }

        if (!NumberSyntax.IsNumber(cell, Column.Point, out _))
        {
            return false;
        }

        _elements[row] = NumberSyntax.ParseAs<T>(cell, Column.Point);
        return true;
    }

    public override TableColumn ToColumn(int rows) => _elements is float[] singles
        ? TableColumn.Of(Column.Name, First(singles, rows))
        : TableColumn.Of(Column.Name, First((double[])(object)_elements, rows));
}
