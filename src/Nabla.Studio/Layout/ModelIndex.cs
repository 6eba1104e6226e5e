namespace Nabla.Studio;

/// <summary>Which group each node of a graph is in, at every level.</summary>
internal sealed class ModelIndex
{
    private readonly ILookup<string, (string Id, ModelNode? Node)> _children;
    private readonly Dictionary<string, string?> _parents;

    public ModelIndex(ModelGraph graph)
    {
        // A composite layer that is called again is a node with the path of its group: the two are told apart.
        _parents = graph.Groups.Select(group => (Id: GroupKey(group.Id), Parent: group.Parent))
            .Concat(graph.Nodes.Select(node => (node.Id, Parent: node.Group)))
            .ToDictionary(entry => entry.Id, entry => entry.Parent is null ? null : GroupKey(entry.Parent));
        Edges = [.. graph.Edges.Where(edge => _parents.ContainsKey(edge.From) && _parents.ContainsKey(edge.To))];
        _children = graph.Nodes.SelectMany(node => ChainOf(node))
            .Distinct()
            .ToLookup(entry => entry.Parent ?? "", entry => (entry.Id, entry.Node));
    }

    public IReadOnlyList<ModelEdge> Edges { get; }

    public static string GroupKey(string group) => $"group {group}";

    /// <summary>What is directly within a group, in the order in which data flows; groups have no node.</summary>
    public IEnumerable<(string Id, ModelNode? Node)> Children(string? group) => _children[group ?? ""];

    /// <summary>Which of a group's children holds a node; null for nodes outside the group.</summary>
    public string? ChildOf(string? group, string node)
    {
        for (string? id = node; id is not null; id = _parents[id])
        {
            if (_parents[id] == group)
            {
                return id;
            }
        }

        return null;
    }

    private IEnumerable<(string Id, ModelNode? Node, string? Parent)> ChainOf(ModelNode node)
    {
        ModelNode? leaf = node;
        for (string? id = node.Id; id is not null; id = _parents[id])
        {
            yield return (id, leaf, _parents[id]);
            leaf = null;
        }
    }
}
