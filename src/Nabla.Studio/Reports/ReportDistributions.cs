using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>Weights and gradients of each parameter over the epochs, side by side.</summary>
internal static class ReportDistributions
{
    private const int MostParameters = 24;

    public static XElement? Of(RunRecord run)
    {
        HistogramSeries[] weights = [.. run.Weights.Where(series => series.Histograms.Count > 0)];
        if (weights.Length == 0)
        {
            return null;
        }

        // Of deep networks, the first and the last layers tell most.
        int[] shown = RidgePlot.Spread(weights.Length, MostParameters);
        return ReportPage.Section("distributions", "Weights and gradients",
            Tag("p", Class("soft"),
                "How the elements of each parameter, and of the loss's gradient by it, are distributed; "
                + "the newest epoch is in front, the oldest at the back.",
                shown.Length < weights.Length ? $" {NumberText.Integer(shown.Length)} of them are shown." : null),
            Tag("div", Class("ridgegrid"), shown.Select(i => Row(
                weights[i],
                run.Gradients.FirstOrDefault(series =>
                    series.Parameter == weights[i].Parameter && series.Histograms.Count > 0)))));
    }

    private static XElement Row(HistogramSeries weights, HistogramSeries? gradients) => Tag("div", Class("ridgerow"),
        Tag("h3", weights.Parameter),
        Plot("weights", weights),
        gradients is null ? null : Plot("gradient", gradients));

    private static XElement Plot(string kind, HistogramSeries series)
    {
        Histogram last = series.Histograms[^1];
        return Tag("figure", Class(kind),
            Tag("figcaption", Tag("span", kind), Tag("span", Class("soft"),
                $"{NumberText.Value(last.Mean)} ± {NumberText.Value(last.Deviation)}"),
                last.NotFinite > 0
                    ? Tag("span", Class("alarm"), $"{NumberText.Grouped(last.NotFinite)} not finite")
                    : null),
            RidgePlot.Of(series));
    }
}
