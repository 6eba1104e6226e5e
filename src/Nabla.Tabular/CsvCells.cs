using System.Globalization;
using System.Text;

namespace Nabla.Tabular;

/// <summary>Truth values, dates and text of cells.</summary>
internal static class CsvCells
{
    private const int LongestDate = 33;

    private static readonly string[] s_dateFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads true or false, in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<byte> cell, out bool value)
    {
        value = Ascii.EqualsIgnoreCase(cell, "true"u8);
        return value || Ascii.EqualsIgnoreCase(cell, "false"u8);
    }

    /// <summary>Reads a date of ISO 8601, with a time or without; one with an offset becomes universal time.</summary>
    public static bool TryDate(ReadOnlySpan<byte> cell, out DateTime date)
    {
        date = default;
        if (cell.Length is < 10 or > LongestDate || cell[4] != '-' || cell[7] != '-')
        {
            return false;
        }

        Span<char> text = stackalloc char[LongestDate];
        text = text[..Encoding.Latin1.GetChars(cell, text)];
        return DateTime.TryParseExact(
            text, s_dateFormats, CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out date);
    }
}
