using System.Globalization;

namespace Nabla.Studio;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class NumberText
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    public static string Integer(long value) => value.ToString(s_culture);

    /// <summary>With a comma at the thousands.</summary>
    public static string Grouped(long value) => value.ToString("N0", s_culture);

    /// <summary>A coordinate of a drawing: as short as two decimals can be.</summary>
    public static string Coordinate(double value) => Math.Round(value, 2).ToString("0.##", s_culture);

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share) =>
        double.IsFinite(share) ? (share * 100).ToString("0.00", s_culture) + " %" : Value(share);

    /// <summary>A measured value: four significant digits, plain where it is readable so.</summary>
    public static string Value(double value) => Math.Abs(value) switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => value > 0 ? "∞" : "−∞",
        0 => "0",
        >= 1e6 or < 1e-4 => value.ToString("0.###e0", s_culture),
        >= 1000 => value.ToString("0.#", s_culture),
        >= 100 => value.ToString("0.0", s_culture),
        >= 10 => value.ToString("0.00", s_culture),
        >= 1 => value.ToString("0.000", s_culture),
        >= 0.01 => value.ToString("0.0000", s_culture),
        _ => value.ToString("0.000000", s_culture).TrimEnd('0'),
    };

    /// <summary>A round value beside an axis.</summary>
    public static string Short(double value) => Math.Abs(value) is 0 or (>= 1e-4 and < 1e6)
        ? value.ToString("#,0.######", s_culture)
        : value.ToString("0.##e0", s_culture);

    /// <summary>Elapsed time in the unit that suits it.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        double.NaN => "NaN",
        0 => "0 s",
        < 1e-3 => string.Create(s_culture, $"{seconds * 1e6:0} µs"),
        < 1 => string.Create(s_culture, $"{seconds * 1e3:0.#} ms"),
        < 60 => string.Create(s_culture, $"{seconds:0.0} s"),
        < 3600 => string.Create(s_culture, $"{(int)(seconds / 60)} min {(int)seconds % 60:00} s"),
        < 360_000_000 => string.Create(s_culture, $"{(int)(seconds / 3600)} h {(int)(seconds / 60) % 60:00} min"),
        _ => string.Create(s_culture, $"{seconds / 86_400:0} d"),
    };
}
