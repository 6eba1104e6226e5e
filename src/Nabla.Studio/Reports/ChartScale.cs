namespace Nabla.Studio;

/// <summary>Maps values to places on an axis, and names the round values between its ends.</summary>
internal sealed class ChartScale
{
    private const double LogFrom = 60;

    // What is nearer to the ends of double than this cannot be divided into steps.
    private const double Largest = 1e300;
    private const double Smallest = 1e-280;

    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _end;

    /// <summary>Creates a scale.</summary>
    /// <param name="values">What is to be shown; values that are not finite have no place.</param>
    /// <param name="start">Where the smallest value lies.</param>
    /// <param name="end">Where the largest lies.</param>
    /// <param name="mayBeLog">
    /// Whether positive values that differ by powers of ten may be shown by their logarithms.
    /// </param>
    /// <param name="ticks">About how many round values to name.</param>
    public ChartScale(IEnumerable<double> values, double start, double end, bool mayBeLog = false, int ticks = 5)
    {
        double[] finite = [.. values.Where(double.IsFinite).Select(value => Math.Clamp(value, -Largest, Largest))];
        (double low, double high) = finite.Length > 0 ? (finite.Min(), finite.Max()) : (0, 1);
        IsLog = mayBeLog && low > 0 && high / low > LogFrom;
        if (IsLog)
        {
            (_low, _high) = (Math.Log10(low), Math.Log10(high));
            int stride = (int)Math.Ceiling((_high - _low) / ticks);
            int first = (int)Math.Ceiling(_low);
            Ticks =
            [
                .. Enumerable.Range(0, (int)((_high - first) / stride) + 1)
                    .Select(i => Math.Pow(10, first + (i * stride))),
            ];
        }
        else
        {
            if (high - low <= Math.Max(Math.Abs(high) * 1e-9, Smallest))
            {
                double margin = Math.Abs(high) <= Smallest ? 1 : Math.Abs(high) * 0.1;
                (low, high) = (low - margin, high + margin);
            }

            double step = RoundStep((high - low) / ticks);
            (_low, _high) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
            Ticks = [.. Steps(_low, _high, step)];
        }

        (_start, _end) = (start, end);
    }

    /// <summary>Whether equal distances are equal ratios.</summary>
    public bool IsLog { get; }

    /// <summary>The round values from end to end.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>The place of a value.</summary>
    public double Map(double value)
    {
        double position = IsLog ? Math.Log10(value) : Math.Clamp(value, -Largest, Largest);
        return _start + ((position - _low) / (_high - _low) * (_end - _start));
    }

    // 1, 2 or 5 times a power of ten.
    private static double RoundStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private static IEnumerable<double> Steps(double low, double high, double step)
    {
        int count = (int)Math.Round((high - low) / step);
        return Enumerable.Range(0, count + 1).Select(i => Math.Round((low / step) + i) * step);
    }
}
