namespace Nabla.Data;

/// <summary>Mean, deviation and range of a column's numbers, in one pass (Welford, 1962).</summary>
internal readonly record struct ColumnStatistics(
    int Count, double Mean, double Deviation, double Minimum, double Maximum)
{
    /// <summary>Looks at all cells of a column of numbers.</summary>
    /// <exception cref="ArgumentException">A cell is infinite.</exception>
    public static ColumnStatistics Of(TableColumn column)
    {
        int count = 0;
        double mean = 0;
        double squares = 0;
        double minimum = double.PositiveInfinity;
        double maximum = double.NegativeInfinity;
        for (int row = 0; row < column.Count; row++)
        {
            double value = column.Number(row);
            if (double.IsNaN(value))
            {
                continue;
            }

            if (double.IsInfinity(value))
            {
                throw new ArgumentException(
                    $"Row {row} of column '{column.Name}' is infinite, which leaves no mean; "
                    + "mend the cell, or name its text in CsvOptions.MissingValues.", nameof(column));
            }

            count++;
            double distance = value - mean;
            mean += distance / count;
            squares += distance * (value - mean);
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }

        return new ColumnStatistics(count, mean, count == 0 ? 0 : Math.Sqrt(squares / count), minimum, maximum);
    }
}
