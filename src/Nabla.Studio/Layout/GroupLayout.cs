namespace Nabla.Studio;

/// <summary>
/// The layout of one group: its nodes, and the groups within it as boxes that were laid out before. A line over the
/// group's border enters and leaves by a port, so that it passes between boxes inside as well.
/// </summary>
internal sealed class GroupLayout
{
    public const double Padding = 14;
    public const double Heading = 24;

    private readonly string? _group;
    private readonly ModelIndex _index;
    private readonly Dictionary<string, LayoutItem> _boxes = [];
    private readonly Dictionary<string, GroupLayout> _groups = [];
    private readonly Dictionary<string, LayoutItem> _entries = [];
    private readonly Dictionary<string, LayoutItem> _exits = [];
    private readonly Dictionary<(LayoutItem From, LayoutItem To, string Source), LayoutLink> _links = [];

    public GroupLayout(ModelIndex index, string? group, Func<ModelNode, (double Width, double Height)> sizeOf)
    {
        (_index, _group) = (index, group);
        foreach ((string id, ModelNode? node) in index.Children(group))
        {
            if (node is not null)
            {
                (double width, double height) = sizeOf(node);
                _boxes[id] = new LayoutItem(width, height);
            }
            else
            {
                var inner = new GroupLayout(index, id, sizeOf);
                _groups[id] = inner;
                _boxes[id] = new LayoutItem(inner.Width, inner.Height);
            }
        }

        foreach (ModelEdge edge in index.Edges)
        {
            AddLink(edge);
        }

        var layout = new LayeredLayout([.. _entries.Values, .. _boxes.Values, .. _exits.Values], _links.Values);
        layout.Arrange();
        (double padding, double heading) = group is null ? (0, 0) : (Padding, Heading);
        (Width, Height) = (layout.Width + (2 * padding), layout.Height + heading + padding);
        Left = padding;
        Top = heading;
    }

    public double Width { get; }

    public double Height { get; }

    private double Left { get; }

    private double Top { get; }

    /// <summary>Every box with the corner of its group added, and every group's frame.</summary>
    public IEnumerable<(string Id, bool IsGroup, double X, double Y, double Width, double Height)> Frames(
        double x = 0, double y = 0)
    {
        foreach ((string id, LayoutItem item) in _boxes)
        {
            (double left, double top) = (x + Left + item.X - (item.Width / 2), y + Top + item.Y);
            GroupLayout? inner = _groups.GetValueOrDefault(id);
            yield return (id, inner is not null, left, top, item.Width, item.Height);
            foreach (var frame in inner?.Frames(left, top) ?? [])
            {
                yield return frame;
            }
        }
    }

    /// <summary>The points of a line that runs in this group or in groups within it.</summary>
    public IEnumerable<(double X, double Y)> Points(ModelEdge edge, double x = 0, double y = 0)
    {
        LayoutItem? from = ItemOf(edge.From, out string? fromId), to = ItemOf(edge.To, out string? toId);
        IEnumerable<(double X, double Y)> points = [];
        if (fromId is not null && _groups.TryGetValue(fromId, out GroupLayout? source))
        {
            points = points.Concat(source.Points(edge, Corner(from!).X, Corner(from!).Y));
        }

        LayoutItem start = from ?? _entries[edge.From], end = to ?? _exits[edge.From];
        if (!ReferenceEquals(start, end))
        {
            points = points.Concat(_links[(start, end, edge.From)].Points()
                .Select(point => (point.X + x + Left, point.Y + y + Top)));
            if (toId is not null && _groups.TryGetValue(toId, out GroupLayout? target))
            {
                points = points.Concat(target.Points(edge, Corner(to!).X, Corner(to!).Y));
            }
        }

        return points;

        (double X, double Y) Corner(LayoutItem item) => (x + Left + item.X - (item.Width / 2), y + Top + item.Y);
    }

    private void AddLink(ModelEdge edge)
    {
        LayoutItem? from = ItemOf(edge.From, out string? fromId), to = ItemOf(edge.To, out string? toId);
        if ((from is null && to is null) || ReferenceEquals(from, to))
        {
            return;
        }

        from ??= Port(_entries, edge.From, LayoutEdge.Top);
        to ??= Port(_exits, edge.From, LayoutEdge.Bottom);
        _links.TryAdd((from, to, edge.From), new LayoutLink(from, to)
        {
            FromOffset = fromId is not null && _groups.TryGetValue(fromId, out GroupLayout? source)
                ? source.OffsetOf(source._exits[edge.From]) : 0,
            ToOffset = toId is not null && _groups.TryGetValue(toId, out GroupLayout? target)
                ? target.OffsetOf(target._entries[edge.From]) : 0,
        });
    }

    private double OffsetOf(LayoutItem port) => port.X + Left - (Width / 2);

    private LayoutItem? ItemOf(string node, out string? id)
    {
        id = _index.ChildOf(_group, node);
        return id is null ? null : _boxes[id];
    }

    private static LayoutItem Port(Dictionary<string, LayoutItem> ports, string source, LayoutEdge edge)
    {
        if (!ports.TryGetValue(source, out LayoutItem? port))
        {
            port = ports[source] = new LayoutItem(0, 0) { Edge = edge };
        }

        return port;
    }
}
