using System.Text;
using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>Histograms of several epochs behind one another, the oldest at the back.</summary>
internal static class RidgePlot
{
    private const int MostRidges = 14;
    private const int Points = 56;
    private const double Width = 300;
    private const double Left = 30;
    private const double RidgeStep = 9;
    private const double RidgeHeight = 34;
    private const double AxisHeight = 22;

    public static XElement Of(HistogramSeries series)
    {
        int[] shown = Spread(series.Histograms.Count, MostRidges);
        Histogram[] histograms = [.. shown.Select(i => series.Histograms[i])];
        (double low, double high) = Domain(histograms);
        double floor = RidgeHeight + ((shown.Length - 1) * RidgeStep) + 4;
        double height = floor + AxisHeight;
        return Svg("svg", Class("ridges"),
            Set("viewBox", $"0 0 {NumberText.Coordinate(Width)} {NumberText.Coordinate(height)}"),
            Set("role", "img"), Set("aria-label", Describe(series)),
            histograms.Select((histogram, i) =>
            {
                double y = RidgeHeight + (i * RidgeStep) + 4;
                return Svg("g", Class("ridge"), Set("style", $"--age:{NumberText.Coordinate(Age(i, shown.Length))}"),
                    Svg("title", $"epoch {NumberText.Integer(series.Epochs[shown[i]])}: {Describe(histogram)}"),
                    Svg("path", Set("d", Ridge(histogram, low, high, y))));
            }),
            EpochLabel(series.Epochs[shown[0]], RidgeHeight + 4),
            shown.Length > 2 ? EpochLabel(series.Epochs[shown[^1]], floor) : null,
            Svg("text", Class("start"), Set("x", Left), Set("y", height - 6), NumberText.Value(low)),
            low < 0 && high > 0 && -low / (high - low) is > 0.2 and < 0.8
                ? Svg("text", Class("x"), Set("x", X(0, low, high)), Set("y", height - 6), "0")
                : null,
            Svg("text", Class("y"), Set("x", Width - 2), Set("y", height - 6), NumberText.Value(high)));
    }

    private static double Age(int index, int count) => count == 1 ? 0 : 1 - ((double)index / (count - 1));

    private static XElement EpochLabel(int epoch, double y) =>
        Svg("text", Class("y"), Set("x", Left - 6), Set("y", y), NumberText.Integer(epoch));

    /// <summary>Some of so many indices, evenly spread, the first and the last among them.</summary>
    public static int[] Spread(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)Math.Round(i * (count - 1.0) / (most - 1)))];

    // A few outliers would squeeze all the rest into one bin: nothing is shown beyond five deviations.
    private static (double Low, double High) Domain(Histogram[] histograms)
    {
        double low = histograms.Min(h => Math.Max(h.Min, h.Mean - (5 * h.Deviation)));
        double high = histograms.Max(h => Math.Min(h.Max, h.Mean + (5 * h.Deviation)));
        double margin = high > low ? (high - low) * 0.04 : Math.Max(Math.Abs(high) * 0.5, 1e-6);
        return (low - margin, high + margin);
    }

    private static double X(double value, double low, double high) =>
        Left + ((value - low) / (high - low) * (Width - Left));

    private static string Ridge(Histogram histogram, double low, double high, double y)
    {
        double[] density = Density(histogram, low, high);
        double largest = Math.Max(density.Max(), 1e-300);
        var path = new StringBuilder($"M{NumberText.Coordinate(Left)} {NumberText.Coordinate(y)}");
        for (int i = 0; i < Points; i++)
        {
            double x = Left + ((i + 0.5) / Points * (Width - Left));
            double top = y - (density[i] / largest * RidgeHeight);
            path.Append('L').Append((int)x).Append(' ').Append(NumberText.Coordinate(Math.Round(top, 1)));
        }

        return path.Append('L').Append((int)Width).Append(' ').Append(NumberText.Coordinate(y)).ToString();
    }

    // The counts of the histogram's own bins, shared out to the bins of the plot that they lie in.
    private static double[] Density(Histogram histogram, double low, double high)
    {
        double[] density = new double[Points];
        int bins = histogram.Counts.Count;
        for (int bin = 0; bin < bins; bin++)
        {
            double start = histogram.Min + ((histogram.Max - histogram.Min) * bin / bins);
            double end = histogram.Min + ((histogram.Max - histogram.Min) * (bin + 1) / bins);
            double first = (start - low) / (high - low) * Points, last = (end - low) / (high - low) * Points;
            double width = Math.Max(last - first, 1e-9);
            for (int point = Math.Max((int)first, 0); point < Points && point <= last; point++)
            {
                double share = Math.Max(Math.Min(last, point + 1) - Math.Max(first, point), 0) / width;
                density[point] += histogram.Counts[bin] * (last - first > 1e-9 ? share : 1);
            }
        }

        return density;
    }

    private static string Describe(HistogramSeries series)
    {
        Histogram last = series.Histograms[^1];
        return $"Distribution of {series.Parameter} over {NumberText.Integer(series.Epochs.Count)} epochs; "
            + $"in the last one {Describe(last)}, from {NumberText.Value(last.Min)} to {NumberText.Value(last.Max)}.";
    }

    private static string Describe(Histogram histogram) =>
        $"mean {NumberText.Value(histogram.Mean)}, deviation {NumberText.Value(histogram.Deviation)}";
}
