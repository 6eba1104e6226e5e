using System.Text.Json.Serialization;

namespace Nabla.Studio;

/// <summary>
/// How the elements of a tensor are distributed: bins of equal width between the smallest and the largest.
/// </summary>
/// <param name="Min">The smallest finite element; 0 when there is none.</param>
/// <param name="Max">The largest finite element; 0 when there is none.</param>
/// <param name="Mean">The mean of the finite elements.</param>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="NotFinite">How many elements are NaN or infinite; they are in no bin.</param>
/// <param name="Counts">The elements of each bin; the last one holds the largest as well.</param>
public sealed record Histogram(
    double Min, double Max, double Mean, double Deviation, long NotFinite, IReadOnlyList<long> Counts)
{
    /// <summary>The number of bins.</summary>
    public const int Bins = 48;

    /// <summary>The number of finite elements.</summary>
    [JsonIgnore]
    public long Count => Counts.Sum();

    /// <summary>Counts the elements of a tensor.</summary>
    /// <param name="tensor">Any shape; computed if need be.</param>
    public static Histogram Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.DType == DType.Float32
            ? Of(tensor.ToArray(), element => element)
            : Of(tensor.Cast(DType.Float64).ToArray<double>(), element => element);
    }

    private static Histogram Of<T>(T[] elements, Func<T, double> toDouble)
    {
        (double min, double max, double sum, long count) = (double.PositiveInfinity, double.NegativeInfinity, 0, 0);
        foreach (T element in elements)
        {
            double value = toDouble(element);
            if (double.IsFinite(value))
            {
                (min, max, sum) = (Math.Min(min, value), Math.Max(max, value), sum + value);
                count++;
            }
        }

        if (count == 0)
        {
            return new Histogram(0, 0, 0, 0, elements.Length, new long[Bins]);
        }

        double mean = sum / count, squares = 0;
        double scale = max > min ? Bins / (max - min) : 0;
        long[] counts = new long[Bins];
        foreach (T element in elements)
        {
            double value = toDouble(element);
            if (double.IsFinite(value))
            {
                counts[Math.Min((int)((value - min) * scale), Bins - 1)]++;
                squares += (value - mean) * (value - mean);
            }
        }

        return new Histogram(min, max, mean, Math.Sqrt(squares / count), elements.Length - count, counts);
    }
}
