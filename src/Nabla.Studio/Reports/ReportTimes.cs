using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>Where the time of a forward pass goes.</summary>
internal static class ReportTimes
{
    private const int MostLayers = 30;

    public static XElement? Of(RunRecord run)
    {
        // Reshaping takes no time worth a row.
        LayerTime? whole = run.LayerTimes.FirstOrDefault(time => time.Path.Length == 0);
        LayerTime[] layers = [.. run.LayerTimes.Where(time => time.Path.Length > 0 && double.IsFinite(time.Seconds))];
        double all = layers.Sum(time => time.Seconds);
        LayerTime[] shown = [.. layers.Where(time => time.Seconds > all * 0.005).Take(MostLayers)];
        if (shown.Length == 0)
        {
            return null;
        }

        double most = shown.Max(time => time.Seconds);
        return ReportPage.Section("times", "Time by layer",
            Tag("p", Class("soft"),
                $"Forward, for a batch of {NumberText.Integer(run.LayerTimesBatch)} examples, "
                + "each layer as a program of its own",
                whole is null ? "." : $"; the model, compiled as one, takes {NumberText.Duration(whole.Seconds)}."),
            Tag("table", Class("times"),
                Tag("tbody", shown.Select(time => Tag("tr",
                    Tag("td", time.Path),
                    Tag("td", Class("soft"), time.Kind),
                    Tag("td", Class("number"), NumberText.Duration(time.Seconds)),
                    Tag("td", Class("span"), Tag("i", Set("style",
                        $"width:{NumberText.Coordinate(time.Seconds / most * 100)}%"))))))));
    }
}
