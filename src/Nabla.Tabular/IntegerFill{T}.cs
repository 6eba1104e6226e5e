using System.Globalization;
using System.Numerics;

namespace Nabla.Tabular;

/// <summary>Whole numbers, of 32 bits where all fit.</summary>
internal sealed class IntegerFill<T>(CsvColumn column, int rows) : ColumnFill(column)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] _elements = new T[rows];

    public override bool TrySet(int row, ReadOnlySpan<byte> cell) =>
        T.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _elements[row]);

    public override TableColumn ToColumn(int rows) => _elements is int[] narrow
        ? TableColumn.Of(Column.Name, First(narrow, rows))
        : TableColumn.Of(Column.Name, First((long[])(object)_elements, rows));
}
