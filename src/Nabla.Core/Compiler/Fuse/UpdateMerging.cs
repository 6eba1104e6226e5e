using Nabla.Graph;

namespace Nabla.Compiler.Fuse;

/// <summary>
/// Merges clusters that assign variables with those that read the same memory, so that the update of a parameter with
/// all that an optimizer keeps for it is one pass.
/// </summary>
/// <remarks>
/// Clustering joins what feeds a cluster. A new momentum and a new parameter that both come from the gradient, and
/// neither from the other, would stay two clusters, and so would a cluster that outgrew its limit. Clusters merge when
/// no third one lies on a way between them, so that no circle comes of it.
/// </remarks>
internal sealed class UpdateMerging
{
    private const int MaxWorks = 96;
    private const int MaxOperands = 24;
    private const int SearchLimit = 64;

    private readonly WorkGraph _graph;
    private readonly HashSet<Tensor> _assigned;

    private UpdateMerging(WorkGraph graph)
    {
        _graph = graph;
        _assigned = new HashSet<Tensor>(
            graph.Assignments.Select(assignment => assignment.Value), ReferenceEqualityComparer.Instance);
    }

    public static void Run(WorkGraph graph)
    {
        var merging = new UpdateMerging(graph);
        foreach ((Variable _, Tensor value) in graph.Assignments)
        {
            WorkGroup group = graph.ProducerOf(value)!.Group;
            while (group.IsElementwise && group.Shape.ElementCount > 1
                && merging.Neighbours(group).FirstOrDefault(other => merging.CanMerge(group, other)) is { } next)
            {
                group.Merge(next);
            }
        }
    }

    /// <summary>Clusters that a cluster reads from, is read by, or shares a whole input with.</summary>
    private IEnumerable<WorkGroup> Neighbours(WorkGroup group)
    {
        IEnumerable<Tensor> roots = group.Works.SelectMany(work => work.Inputs).Select(input => input.Root)
            .Where(root => root.Shape.ElementCount == group.Shape.ElementCount);
        return roots.Select(root => _graph.ProducerOf(root)?.Group).OfType<WorkGroup>()
            .Concat(roots.SelectMany(root => _graph.ReadersOf(root)).Select(reader => reader.Group))
            .Concat(Readers(group))
            .Where(other => other != group && other.IsElementwise)
            .Distinct();
    }

    private bool CanMerge(WorkGroup group, WorkGroup other) =>
        (other.Works.Exists(work => _assigned.Contains(work.Output)) || Readers(other).All(reader => reader == group))
        && other.Shape.ElementCount == group.Shape.ElementCount
        && (other.LaneSize == group.LaneSize || other.LaneSize == 0 || group.LaneSize == 0)
        && group.Works.Count + other.Works.Count <= MaxWorks
        && OperandsOf(group, other) <= MaxOperands
        && ReadsInOrder(group, other) && ReadsInOrder(other, group)
        && other.Works.TrueForAll(work => work.Node.Op is GeneratorOp
            || Array.TrueForAll(work.Inputs, input => input.Layout.Reshape(group.Shape) is not null))
        && !LeadsTo(group, other) && !LeadsTo(other, group);

    private IEnumerable<WorkGroup> Readers(WorkGroup group) => group.Works
        .SelectMany(work => work.Node.Outputs).SelectMany(_graph.ReadersOf).Select(reader => reader.Group)
        .Where(reader => reader != group).Distinct();

    private static int OperandsOf(WorkGroup group, WorkGroup other)
    {
        var made = new HashSet<Tensor>(
            group.Works.Concat(other.Works).Select(work => work.Output), ReferenceEqualityComparer.Instance);
        return group.Works.Concat(other.Works).SelectMany(work => work.Inputs).Select(input => input.Root)
            .Where(root => !made.Contains(root) && root.Node?.Op is not ConstantOp).Distinct().Count();
    }

    // Elements are handed over in registers, one by one.
    private static bool ReadsInOrder(WorkGroup reader, WorkGroup source) => reader.Works.TrueForAll(work =>
        Array.TrueForAll(work.Inputs, input => !source.Works.Exists(member => member.Output == input.Root)
            || (input.IsIdentity && work.Node.Op is not GeneratorOp)));

    /// <summary>Whether a way of more than one step leads from a cluster to another.</summary>
    private bool LeadsTo(WorkGroup from, WorkGroup to)
    {
        var seen = new HashSet<WorkGroup>();
        var waiting = new Stack<WorkGroup>(Readers(from).Where(reader => reader != to));
        while (waiting.TryPop(out WorkGroup? group))
        {
            if (group == to || seen.Count > SearchLimit)
            {
                return true;
            }

            if (seen.Add(group))
            {
                foreach (WorkGroup next in Readers(group))
                {
                    waiting.Push(next);
                }
            }
        }

        return false;
    }
}
