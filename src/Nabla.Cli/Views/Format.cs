namespace Nabla.Cli.Views;

/// <summary>Numbers as people read them, the same everywhere.</summary>
internal static class Format
{
    public static string Percent(double fraction) => $"{fraction * 100:0.00} %";

    public static string Loss(double loss) => $"{loss:0.0000}";

    public static string Rate(double perSecond) => $"{perSecond:N0} images/s";

    public static string Seconds(TimeSpan span) =>
        span.TotalMinutes >= 1 ? $"{(int)span.TotalMinutes} min {span.Seconds:00} s" : $"{span.TotalSeconds:0.0} s";
}
