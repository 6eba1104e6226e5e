using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>Predicted numbers against the true ones: a good model lies along the diagonal.</summary>
internal static class ReportRegression
{
    private const double Extent = 420;
    private const double Left = 66;
    private const double Margin = 14;
    private const double Bottom = 44;

    public static XElement? Of(RunRecord run)
    {
        if (run.Regression is not { Targets.Count: > 0 } record)
        {
            return null;
        }

        return ReportPage.Section("regression", "Predicted against true",
            Tag("p", Class("soft"),
                $"{NumberText.Grouped(record.Targets.Count)} examples. Across lie the true numbers, upwards what the "
                + "model says; on the line both are equal."),
            Tag("div", Class("charts"), Plot(record)));
    }

    private static XElement Plot(RegressionRecord record)
    {
        IEnumerable<double> all = record.Targets.Concat(record.Predictions);
        var x = new ChartScale(all, Left, Extent - Margin);
        var y = new ChartScale(all, Extent - Bottom, Margin);
        (double first, double last) = (x.Ticks[0], x.Ticks[^1]);
        return Tag("figure", Class("chart"),
            Svg("svg",
                Set("viewBox", $"0 0 {NumberText.Coordinate(Extent)} {NumberText.Coordinate(Extent)}"),
                Set("role", "img"),
                Set("aria-label", $"Predictions against the truth of {NumberText.Integer(record.Targets.Count)} "
                    + $"examples, from {NumberText.Short(first)} to {NumberText.Short(last)}"),
                y.Ticks.Select(tick => new[]
                {
                    Svg("line", Class("grid"), Set("x1", Left), Set("x2", Extent - Margin), Set("y1", y.Map(tick)),
                        Set("y2", y.Map(tick))),
                    Svg("text", Class("y"), Set("x", Left - 8), Set("y", y.Map(tick) + 4), NumberText.Short(tick)),
                    Svg("text", Class("x"), Set("x", x.Map(tick)), Set("y", Extent - Bottom + 20),
                        NumberText.Short(tick)),
                }),
                Svg("line", Class("diagonal"), Set("x1", x.Map(first)), Set("y1", y.Map(first)),
                    Set("x2", x.Map(last)), Set("y2", y.Map(last))),
                Svg("g", Class("points"), record.Targets.Zip(record.Predictions)
                    .Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second))
                    .Select(pair => Svg("circle", Set("cx", x.Map(pair.First)), Set("cy", y.Map(pair.Second)),
                        Set("r", 2.4))))));
    }
}
