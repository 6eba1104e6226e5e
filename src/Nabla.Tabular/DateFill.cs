namespace Nabla.Tabular;

/// <summary>Dates as days since 1970.</summary>
internal sealed class DateFill(CsvColumn column, int rows) : ColumnFill(column)
{
    private readonly double[] _days = new double[rows];

    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (Column.Missing.Contains(cell))
        {
            _days[row] = double.NaN;
            return true;
        }

        bool isDate = CsvCells.TryDate(cell, out DateTime date);
        _days[row] = (date - DateTime.UnixEpoch).TotalDays;
        return isDate;
    }

    public override TableColumn ToColumn(int rows) => TableColumn.OfDays(Column.Name, First(_days, rows));
}
