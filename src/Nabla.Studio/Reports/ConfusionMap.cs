using System.Text;
using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>A confusion matrix as a map: what was recognised in one colour, mistakes in another.</summary>
internal static class ConfusionMap
{
    private const int Levels = 10;
    private const int MostNumbers = 20;
    private const int MostLabels = 40;
    private const int LongestLabel = 12;

    public static XElement Of(ClassificationRecord record)
    {
        int count = record.Counts.Count;
        bool hasLabels = count <= MostLabels;
        double cell = count <= 12 ? 40 : Math.Max(480.0 / count, 4);
        string[] labels = [.. record.Classes.Select(Shorten)];
        double margin = hasLabels ? 16 + (labels.Max(label => label.Length) * 6.6) : 16;
        double top = hasLabels && cell < 60 && labels.Max(label => label.Length) > cell / 7 ? margin : 26;
        double width = margin + (count * cell) + 2, height = top + (count * cell) + 2;
        return Tag("figure", Class("confusion"),
            Set("data-confusion", Data(record)), Set("data-names", Names(record)),
            Svg("svg",
                Set("viewBox", $"0 0 {NumberText.Coordinate(width)} {NumberText.Coordinate(height)}"),
                Set("style", $"max-width:{NumberText.Coordinate(width)}px"),
                Set("role", "img"), Set("aria-label", Describe(record)),
                Svg("g", Class("cells"), Set("transform", Transform(margin, top, cell)),
                    Svg("rect", Class("ground"), Box(0, 0, count, count)),
                    Cells(record)),
                hasLabels ? labels.SelectMany((label, i) => Labels(label, i, margin, top, cell)) : null,
                count <= MostNumbers ? Numbers(record, margin, top, cell) : null),
            Tag("output", Class("tip"), Set("hidden", "hidden")));
    }

    // A path for each colour and strength: a hundred classes have ten thousand cells.
    private static IEnumerable<XElement> Cells(ClassificationRecord record)
    {
        var paths = new SortedDictionary<(bool IsRight, int Level), StringBuilder>();
        foreach ((int truth, int predicted, long count, double share) in Entries(record))
        {
            // Mistakes are rare: the root makes them visible.
            double strength = truth == predicted ? share : Math.Sqrt(share);
            int level = Math.Clamp((int)Math.Ceiling(strength * Levels), 1, Levels);
            if (!paths.TryGetValue((truth == predicted, level), out StringBuilder? path))
            {
                path = paths[(truth == predicted, level)] = new StringBuilder();
            }

            path.Append('M').Append(predicted).Append(' ').Append(truth).Append("h1v1h-1z");
        }

        return paths.Select(entry => Svg("path", Class(entry.Key.IsRight ? "right" : "wrong"),
            Set("opacity", entry.Key.Level / (double)Levels), Set("d", entry.Value.ToString())));
    }

    private static IEnumerable<XElement> Labels(string label, int index, double margin, double top, double cell)
    {
        double middle = (index + 0.5) * cell;
        yield return Svg("text", Class("y"), Set("x", margin - 6), Set("y", top + middle + 4), label);
        double x = margin + middle, y = top - 8;
        yield return top == margin
            ? Svg("text", Class("start"), Set("x", x + 4), Set("y", y),
                Set("transform", $"rotate(-90 {NumberText.Coordinate(x + 4)} {NumberText.Coordinate(y)})"), label)
            : Svg("text", Class("x"), Set("x", x), Set("y", y), label);
    }

    private static IEnumerable<XElement> Numbers(ClassificationRecord record, double margin, double top, double cell) =>
        Entries(record).Select(entry => Svg("text",
            Class(entry.Truth == entry.Predicted && entry.Share > 0.55 ? "count light" : "count"),
            Set("x", margin + ((entry.Predicted + 0.5) * cell)), Set("y", top + ((entry.Truth + 0.5) * cell) + 4),
            NumberText.Integer(entry.Count)));

    private static IEnumerable<(int Truth, int Predicted, long Count, double Share)> Entries(
        ClassificationRecord record)
    {
        for (int truth = 0; truth < record.Counts.Count; truth++)
        {
            long sum = record.Counts[truth].Sum();
            for (int predicted = 0; predicted < record.Counts[truth].Count; predicted++)
            {
                long count = record.Counts[truth][predicted];
                if (count > 0)
                {
                    yield return (truth, predicted, count, (double)count / sum);
                }
            }
        }
    }

    // Rows of counts, with nothing where there are none.
    private static string Data(ClassificationRecord record) => string.Join(';', record.Counts.Select(row =>
        string.Join(',', row.Select(count => count == 0 ? "" : NumberText.Integer(count)))));

    private static string Names(ClassificationRecord record) =>
        string.Join('\n', record.Classes.Select(name => name.ReplaceLineEndings(" ")));

    private static string Transform(double x, double y, double scale) =>
        $"translate({NumberText.Coordinate(x)} {NumberText.Coordinate(y)}) scale({NumberText.Coordinate(scale)})";

    private static string Describe(ClassificationRecord record)
    {
        long all = record.Counts.Sum(row => row.Sum()), right = record.Counts.Select((row, i) => row[i]).Sum();
        return $"Confusion matrix of {NumberText.Integer(record.Counts.Count)} classes: "
            + $"{NumberText.Grouped(right)} of {NumberText.Grouped(all)} examples were recognised.";
    }

    private static string Shorten(string label) =>
        label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";
}
