using System.Globalization;
using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>Draws a laid-out graph as SVG.</summary>
internal static class SvgDrawing
{
    private const double Margin = 8;
    private const double LineHeight = 17;
    private const double ArrowLength = 7;

    /// <summary>The colours of a drawing, which a page that holds one takes into its own style.</summary>
    public static string Style { get; } = EmbeddedText.Read("model.css");

    public static XElement Of(ModelGraph graph, bool isStandalone)
    {
        var layout = new GroupLayout(new ModelIndex(graph), group: null, SizeOf);
        Dictionary<string, ModelNode> nodes = graph.Nodes.ToDictionary(node => node.Id);
        Dictionary<string, ModelGroup> groups =
            graph.Groups.ToDictionary(group => ModelIndex.GroupKey(group.Id));
        double width = layout.Width + (2 * Margin), height = layout.Height + (2 * Margin);
        return Svg("svg",
            Class("model"), Set("role", "img"), Set("aria-label", Describe(graph)),
            Set("width", width), Set("height", height),
            Set("viewBox", $"0 0 {NumberText.Coordinate(width)} {NumberText.Coordinate(height)}"),
            isStandalone ? Svg("style", $"{Style}\nsvg.model{{background:var(--m-paper)}}") : null,
            layout.Frames(Margin, Margin).Where(frame => frame.IsGroup).Select(frame =>
                Svg("rect", Class("group"), Box(frame.X, frame.Y, frame.Width, frame.Height), Set("rx", 10))),
            graph.Edges.Where(edge => nodes.ContainsKey(edge.From) && nodes.ContainsKey(edge.To))
                .Select(edge => Flow([.. layout.Points(edge, Margin, Margin)])),
            layout.Frames(Margin, Margin).Where(frame => !frame.IsGroup).Select(frame =>
                NodeBox(nodes[frame.Id], frame.X, frame.Y, frame.Width, frame.Height)),
            layout.Frames(Margin, Margin).Where(frame => frame.IsGroup).Select(frame =>
                GroupLabel(groups[frame.Id], frame.X + 10, frame.Y + 16)));
    }

    private static string Describe(ModelGraph graph) => string.Create(
        CultureInfo.InvariantCulture,
        $"Drawing of a model: {string.Join(", ", graph.Nodes.Take(20).Select(node => node.Kind))}"
        + $"{(graph.Nodes.Count > 20 ? $" and {graph.Nodes.Count - 20} more" : "")}");

    private static (double Width, double Height) SizeOf(ModelNode node) => node.Role == ModelNodeRole.Join
        ? (TextWidth(node.Kind) + 20, 24)
        : (Math.Max(128, Math.Max(TextWidth(Title(node)), TextWidth(Caption(node))) + 28), 46);

    // Letters of system fonts are a little over half as wide as high; CJK is as wide as high.
    private static double TextWidth(string text) => text.Sum(character => character > 0x2E80 ? 13.5 : 7.1);

    private static string Title(ModelNode node) => node.Name.Length > 0 ? $"{node.Kind}  {node.Name}" : node.Kind;

    private static string Caption(ModelNode node) => node.Role == ModelNodeRole.Shared
        ? $"{node.ShapeText} · shared"
        : node.ParametersText is { Length: > 0 } parameters ? $"{node.ShapeText} · {parameters}" : node.ShapeText;

    private static XElement NodeBox(ModelNode node, double x, double y, double width, double height)
    {
        double middle = x + (width / 2);
        if (node.Role == ModelNodeRole.Join)
        {
            return Svg("g",
                Svg("rect", Class("box"), Box(x, y, width, height), Set("rx", height / 2)),
                Svg("text", Class("soft"), Set("x", middle), Set("y", y + 16), node.Kind));
        }

        bool isEnd = node.Role is ModelNodeRole.Input or ModelNodeRole.Output;
        string style = isEnd ? "end" : node.Role == ModelNodeRole.Shared ? "box shared" : "box";
        return Svg("g",
            Svg("title", node.Id),
            Svg("rect", Class(style), Box(x, y, width, height), Set("rx", isEnd ? height / 2 : 7)),
            Svg("text", Set("x", middle), Set("y", y + 20),
                Svg("tspan", Class("kind"), node.Kind),
                node.Name.Length > 0 ? Svg("tspan", Class("soft"), Set("dx", 6), node.Name) : null),
            Svg("text", Class("soft small"), Set("x", middle), Set("y", y + 20 + LineHeight), Caption(node)));
    }

    private static XElement GroupLabel(ModelGroup group, double x, double y) =>
        Svg("text", Class("soft small left label"), Set("x", x), Set("y", y), $"{group.Name} {group.Kind}".Trim());

    private static XElement? Flow(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count < 2)
        {
            return null;
        }

        (double x, double y) = points[^1];
        return Svg("g",
            Svg("path", Class("flow"), Set("d", SplinePath.Through([.. points.SkipLast(1), (x, y - ArrowLength)]))),
            Svg("path", Class("tip"), Set("d", $"{SplinePath.Start(x, y)}l-3.6 -8h7.2z")));
    }
}
