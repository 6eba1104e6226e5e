using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>What a classifier recognised, what it took for what, and its worst mistakes.</summary>
internal static class ReportClassification
{
    private const int MostClasses = 20;
    private const int MostPairs = 8;

    public static XElement? Of(RunRecord run)
    {
        if (run.Classification is not { Counts.Count: > 0 } record)
        {
            return null;
        }

        return ReportPage.Section("classes", "What was taken for what",
            Tag("p", Class("soft"),
                "Rows are the true classes, columns the answers. A field's strength is its share of the row."),
            Tag("div", Class("columns"),
                ConfusionMap.Of(record),
                Tag("div", ClassTable(record), Pairs(record))),
            Mistakes(record));
    }

    private static XElement ClassTable(ClassificationRecord record)
    {
        (string Name, long Count, double Recall, double Precision)[] classes =
        [
            .. record.Counts.Select((row, i) => (
                record.Classes[i],
                row.Sum(),
                (double)row[i] / row.Sum(),
                (double)row[i] / record.Counts.Sum(other => other[i]))),
        ];
        bool isCut = classes.Length > MostClasses;
        var shown = isCut
            ? classes.Where(entry => entry.Count > 0).OrderBy(entry => entry.Recall).Take(MostClasses)
            : classes;
        return Tag("table",
            Tag("caption", isCut ? $"The {NumberText.Integer(MostClasses)} classes recognised least" : "Classes"),
            Tag("thead", Tag("tr", Tag("th", "class"), Number("th", "examples"), Number("th", "recall"),
                Number("th", "precision"))),
            Tag("tbody", shown.Select(entry => Tag("tr",
                Tag("td", entry.Name), Number("td", NumberText.Grouped(entry.Count)),
                Number("td", Share(entry.Recall)), Number("td", Share(entry.Precision))))));
    }

    private static XElement? Pairs(ClassificationRecord record)
    {
        var pairs = record.Counts
            .SelectMany((row, truth) => row.Select((count, predicted) => (truth, predicted, count)))
            .Where(entry => entry.truth != entry.predicted && entry.count > 0)
            .OrderByDescending(entry => entry.count)
            .Take(MostPairs)
            .ToArray();
        return pairs.Length == 0 ? null : Tag("table",
            Tag("caption", "Most often confused"),
            Tag("thead", Tag("tr", Tag("th", "true"), Tag("th", "taken for"), Number("th", "times"))),
            Tag("tbody", pairs.Select(entry => Tag("tr",
                Tag("td", record.Classes[entry.truth]), Tag("td", record.Classes[entry.predicted]),
                Number("td", NumberText.Grouped(entry.count))))));
    }

    private static XElement[] Mistakes(ClassificationRecord record) => record.Mistakes.Count == 0 ? [] :
    [
        Tag("h3", "The worst mistakes, the surest first"),
        Tag("ul", Class("mistakes"), record.Mistakes.Select(mistake => Mistake(record, mistake))),
    ];

    private static XElement Mistake(ClassificationRecord record, ClassMistake mistake)
    {
        string truth = record.Classes[mistake.Truth], predicted = record.Classes[mistake.Predicted];
        return Tag("li",
            mistake.Png is null ? null : Tag("img",
                Set("src", $"data:image/png;base64,{Convert.ToBase64String(mistake.Png)}"),
                Set("alt", $"Example {NumberText.Integer(mistake.Example)}, a {truth}")),
            Tag("span",
                Tag("b", truth), Tag("span", Class("soft"), " taken for "), Tag("b", Class("wrong"), predicted)),
            Tag("small", $"{NumberText.Percent(mistake.Confidence)} · no. {NumberText.Integer(mistake.Example)}"));
    }

    private static string Share(double value) => double.IsNaN(value) ? "–" : NumberText.Percent(value);

    private static XElement Number(string tag, string text) => Tag(tag, Class("number"), text);
}
