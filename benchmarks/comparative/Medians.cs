namespace Nabla.Benchmarks.Comparative;

/// <summary>
/// The statistic of every figure here: half of the measurements lie on either side, whatever a neighbour did.
/// </summary>
internal static class Medians
{
    /// <summary>The middle value; the mean of the two middle ones where their number is even.</summary>
    public static double Median(this IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
