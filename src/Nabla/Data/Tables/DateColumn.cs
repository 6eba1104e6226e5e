using System.Globalization;

namespace Nabla.Data;

/// <summary>Dates as days since 1970, to the microsecond; NaN where one is missing.</summary>
internal sealed class DateColumn(string name, double[] days) : TableColumn(name, days.Length, ColumnKind.Date)
{
    public override bool IsMissing(int row) => double.IsNaN(days[row]);

    public override double Number(int row) => days[row];

    public override string? Text(int row)
    {
        if (IsMissing(row))
        {
            return null;
        }

        DateTime date = DateTime.UnixEpoch.AddTicks((long)Math.Round(days[row] * TimeSpan.TicksPerDay / 10) * 10);
        string format = date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFF";
        return date.ToString(format, CultureInfo.InvariantCulture);
    }

    public override TableColumn Rename(string name) => new DateColumn(name, days);

    public override TableColumn Select(ReadOnlySpan<int> rows) => new DateColumn(Name, Gather(days, rows));

    public static double DaysOf(DateTime date) =>
        (date.Ticks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerDay;
}
