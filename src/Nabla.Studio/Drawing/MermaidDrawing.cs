using System.Text;

namespace Nabla.Studio;

/// <summary>
/// Writes a flowchart in Mermaid's language; nodes have numbers for names, so that no layer's name can end one.
/// </summary>
internal sealed class MermaidDrawing
{
    private readonly StringBuilder _text = new("flowchart TD\n");
    private readonly ModelGraph _graph;
    private readonly Dictionary<string, string> _names = [];

    public MermaidDrawing(ModelGraph graph)
    {
        _graph = graph;
        foreach (ModelNode node in graph.Nodes)
        {
            _names[node.Id] = $"n{NumberText.Integer(_names.Count)}";
        }

        WriteLevel(group: null, indent: "  ");
        foreach (ModelEdge edge in graph.Edges)
        {
            Line("  ", $"{_names[edge.From]} --> {_names[edge.To]}");
        }
    }

    public override string ToString() => _text.ToString();

    private void WriteLevel(string? group, string indent)
    {
        foreach (ModelNode node in _graph.Nodes.Where(node => node.Group == group))
        {
            (string open, string close) = node.Role is ModelNodeRole.Input or ModelNodeRole.Output
                ? ("([", "])")
                : ("[", "]");
            Line(indent, $"{_names[node.Id]}{open}\"{Label(node)}\"{close}");
        }

        foreach ((int index, ModelGroup inner) in _graph.Groups.Index().Where(entry => entry.Item.Parent == group))
        {
            Line(indent, $"subgraph g{NumberText.Integer(index)}[\"{Escape($"{inner.Name} {inner.Kind}".Trim())}\"]");
            WriteLevel(inner.Id, indent + "  ");
            Line(indent, "end");
        }
    }

    private void Line(string indent, string line) => _text.Append(indent).Append(line).Append('\n');

    private static string Label(ModelNode node)
    {
        string[] lines = [$"{node.Name} {node.Kind}".Trim(), node.ShapeText, node.ParametersText];
        return string.Join("<br/>", lines.Where(line => line.Length > 0).Select(Escape));
    }

    // Mermaid knows the entities of HTML, with # in place of &; its labels are HTML once more.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char character in text)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is ' ' or '.' or ',' or '_' or '-' or '(' or ')'
                || character > 127)
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append('#').Append(NumberText.Integer(character)).Append(';');
            }
        }

        return escaped.ToString();
    }
}
