namespace Nabla.Benchmarks.Comparative;

/// <summary>What a measurement counts, and which direction is the better one.</summary>
/// <param name="Name">The name printed behind numbers, such as <c>µs</c>.</param>
/// <param name="MoreIsBetter">Whether a larger number is the better result.</param>
/// <param name="Least">The least that counts: below it, all are equally good, and ratios stay finite.</param>
/// <param name="PerSecond">How many of it make a second, where it is a time.</param>
public sealed record Unit(string Name, bool MoreIsBetter, double Least = 0, double PerSecond = double.NaN)
{
    /// <summary>Microseconds a step.</summary>
    public static Unit Microseconds { get; } = new("µs", MoreIsBetter: false, PerSecond: 1e6);

    /// <summary>Milliseconds a step.</summary>
    public static Unit Milliseconds { get; } = new("ms", MoreIsBetter: false, PerSecond: 1e3);

    /// <summary>Seconds of a whole job.</summary>
    public static Unit Seconds { get; } = new("s", MoreIsBetter: false, PerSecond: 1);

    /// <summary>Billions of floating-point operations a second.</summary>
    public static Unit GigaflopsPerSecond { get; } = new("GFLOP/s", MoreIsBetter: true);

    /// <summary>Billions of bytes a second.</summary>
    public static Unit GigabytesPerSecond { get; } = new("GB/s", MoreIsBetter: true);

    /// <summary>Hundredths, of test images for instance.</summary>
    public static Unit Percent { get; } = new("%", MoreIsBetter: true);

    /// <summary>A part of a whole.</summary>
    public static Unit Share { get; } = new("of the largest", MoreIsBetter: false);

    /// <summary>Bytes, allocated for instance.</summary>
    public static Unit Bytes { get; } = new("B", MoreIsBetter: false, Least: 1);

    /// <summary>Mebibytes of memory.</summary>
    public static Unit Mebibytes { get; } = new("MiB", MoreIsBetter: false);

    /// <summary>Different results of runs that should all have the same.</summary>
    public static Unit DistinctResults { get; } = new("results", MoreIsBetter: false);

    /// <summary>How many times better <paramref name="nabla"/> is than <paramref name="peer"/>.</summary>
    public double Ratio(double nabla, double peer) =>
        MoreIsBetter ? nabla / peer : Math.Max(peer, Least) / Math.Max(nabla, Least);

    /// <summary>The best of several measurements.</summary>
    public double Best(IEnumerable<double> values) => MoreIsBetter ? values.Max() : values.Min();
}
