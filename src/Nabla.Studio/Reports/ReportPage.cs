using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>A page that holds all it needs.</summary>
internal static class ReportPage
{
    public static string Of(RunRecord run)
    {
        XElement?[] sections =
        [
            ReportCurves.Of(run), ReportClassification.Of(run), ReportRegression.Of(run), ReportAttention.Of(run),
            ReportModel.Of(run), ReportDistributions.Of(run), ReportTimes.Of(run), ReportFacts.Of(run),
        ];
        XElement page = Tag("html", Set("lang", "en"),
            Tag("head",
                Tag("meta", Set("charset", "utf-8")),
                Tag("meta", Set("name", "viewport"), Set("content", "width=device-width, initial-scale=1")),
                Tag("meta", Set("name", "color-scheme"), Set("content", "light dark")),
                Tag("meta", Set("name", "generator"), Set("content", "Nabla")),
                Tag("title", run.Title),
                Tag("style", EmbeddedText.Read("report.css"), SvgDrawing.Style)),
            Tag("body",
                ReportHeader.Of(run),
                Tag("nav", Set("aria-label", "Sections"), sections.OfType<XElement>().Select(section =>
                    Tag("a", Set("href", $"#{section.Attribute("id")!.Value}"), section.Element("h2")!.Value))),
                Tag("main", sections),
                Tag("script", EmbeddedText.Read("report.js"))));
        return "<!DOCTYPE html>\n" + Write(page) + "\n";
    }

    /// <summary>A part of the page with a heading.</summary>
    public static XElement Section(string id, string title, params object?[] content) =>
        Tag("section", Set("id", id), Set("aria-labelledby", $"{id}-title"),
            Tag("h2", Set("id", $"{id}-title"), title), content);
}
