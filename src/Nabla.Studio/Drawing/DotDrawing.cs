using System.Text;

namespace Nabla.Studio;

/// <summary>Writes a graph in Graphviz's language.</summary>
internal sealed class DotDrawing
{
    private readonly StringBuilder _text = new();
    private readonly ModelGraph _graph;

    public DotDrawing(ModelGraph graph)
    {
        _graph = graph;
        Line("", "digraph model {");
        Line("  ", "node [shape=box, style=rounded, fontname=\"Helvetica\", fontsize=11];");
        WriteLevel(group: null, indent: "  ");
        foreach (ModelEdge edge in graph.Edges)
        {
            Line("  ", $"{Quote(edge.From)} -> {Quote(edge.To)};");
        }

        Line("", "}");
    }

    public override string ToString() => _text.ToString();

    private void WriteLevel(string? group, string indent)
    {
        foreach (ModelNode node in _graph.Nodes.Where(node => node.Group == group))
        {
            string[] lines = [$"{node.Name} {node.Kind}".Trim(), node.ShapeText, node.ParametersText];
            string label = Quote(string.Join('\n', lines.Where(line => line.Length > 0)));
            string shape = node.Role is ModelNodeRole.Input or ModelNodeRole.Output ? ", shape=oval" : "";
            Line(indent, $"{Quote(node.Id)} [label={label}{shape}];");
        }

        foreach ((int index, ModelGroup inner) in _graph.Groups.Index().Where(entry => entry.Item.Parent == group))
        {
            Line(indent, $"subgraph cluster_{NumberText.Integer(index)} {{");
            Line(indent, $"  label={Quote($"{inner.Name} {inner.Kind}".Trim())};");
            WriteLevel(inner.Id, indent + "  ");
            Line(indent, "}");
        }
    }

    private void Line(string indent, string line) => _text.Append(indent).Append(line).Append('\n');

    private static string Quote(string text) => '"' + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal) + '"';
}
