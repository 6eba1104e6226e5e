using Nabla.Graph;

namespace Nabla.Compiler.Fuse;

/// <summary>
/// Gathers elementwise works that share an iteration space into clusters, then attaches clusters to the contraction
/// that they finish or the reduction that they feed.
/// </summary>
/// <remarks>
/// Works are visited from results to leaves, so that a cluster never holds an ancestor of the work at hand: a work all
/// of whose consumers are in one cluster can always join it. With consumers elsewhere too, it joins when none of those
/// leads back to the cluster: groups know their height above the results, so that most are told apart without a search,
/// and a search that finds no end counts as found.
/// </remarks>
internal sealed class Clustering
{
    // Enough for the largest optimizer update; more inputs would not fit the vector registers anyway.
    private const int MaxWorks = 64;
    private const int MaxOperands = 20;

    // Not joining is always right, and a cluster this far away seldom worth finding.
    private const int SearchLimit = 1024;

    private readonly WorkGraph _graph;
    private readonly Stack<WorkGroup> _stack = new();
    private int _searches;
    private int _visits;

    private Clustering(WorkGraph graph) => _graph = graph;

    public static void Run(WorkGraph graph)
    {
        var clustering = new Clustering(graph);
        for (int i = graph.Works.Count - 1; i >= 0; i--)
        {
            Work work = graph.Works[i];
            List<WorkGroup> consumers = [.. work.Node.Outputs.SelectMany(graph.ReadersOf)
                .Select(reader => reader.Group).Distinct()];
            if (!work.IsFusable || !clustering.TryJoin(work, consumers))
            {
                _ = new WorkGroup(work, consumers);
            }
        }

        UpdateMerging.Run(graph);
        var groups = graph.Works.Select(work => work.Group).Distinct().ToList();
        foreach (WorkGroup group in Enumerable.Reverse(groups))
        {
            TryAttach(graph, group);
        }
    }

    private bool TryJoin(Work work, List<WorkGroup> consumers)
    {
        _visits = 0;
        foreach (WorkGroup candidate in consumers)
        {
            if (Fits(work, candidate)
                && consumers.TrueForAll(other => other == candidate || !Reaches(other, candidate)))
            {
                for (int i = 0; i < work.Inputs.Length && work.Node.Op is not GeneratorOp; i++)
                {
                    work.Inputs[i] = work.Inputs[i] with { Layout = work.Inputs[i].Layout.Reshape(candidate.Shape)! };
                }

                candidate.Add(work, consumers);
                return true;
            }
        }

        return false;
    }

    private bool Fits(Work work, WorkGroup group) =>
        group.IsElementwise
        && group.Works.Count < MaxWorks
        && group.InputCount < MaxWorks + MaxOperands
        && group.RootCount < MaxOperands
        && (work.LaneSize == group.LaneSize || work.LaneSize == 0 || group.LaneSize == 0)
        && work.Output.Shape.ElementCount == group.Shape.ElementCount
        && _graph.ReadersOf(work.Output).All(reader => reader.Group != group || Array.TrueForAll(
            reader.Inputs,
            input => input.Root != work.Output || (input.IsIdentity && reader.Node.Op is not GeneratorOp)))
        && (work.Node.Op is GeneratorOp
            || Array.TrueForAll(work.Inputs, input => input.Layout.Reshape(group.Shape) is not null));

    // No circle can come of it: what is attached is the only reader of the contraction, or read by the reduction alone.
    private static void TryAttach(WorkGraph graph, WorkGroup group)
    {
        Work work = group.First;
        if (work.Node.Op is ReductionOp
            && graph.ProducerOf(work.Inputs[0].Root)?.Group is { IsElementwise: true, AttachedTo: null } producer)
        {
            bool onlyFeeds =
                !producer.Works.Exists(member => member != producer.First && IsNeededOutside(graph, member, producer))
                && producer.First.Output == work.Inputs[0].Root
                && graph.ReadersOf(producer.First.Output).Count == 1
                && !graph.Results.Contains(producer.First.Output);
            if (onlyFeeds && work.Inputs[0].IsIdentity
                && ReshapeAll(producer, work.Inputs[0].Layout.Shape, commit: false))
            {
                ReshapeAll(producer, work.Inputs[0].Layout.Shape, commit: true);
                Attach(producer, group);
            }
        }
        else if (work.IsContraction && !graph.Results.Contains(work.Output))
        {
            Shape shape = work.Output.Shape;
            Shape rows = [shape.ElementCount / Math.Max(shape[-1], 1), shape[-1]];
            var consumers = graph.ReadersOf(work.Output).Select(reader => reader.Group).Distinct().ToList();
            if (consumers is [{ IsElementwise: true, AttachedTo: null } epilogue]
                && shape.ElementCount > 0
                && epilogue.Works.TrueForAll(member => Array.TrueForAll(
                    member.Inputs, input => input.Root != work.Output || input.IsIdentity))
                && ReshapeAll(epilogue, rows, commit: false))
            {
                ReshapeAll(epilogue, rows, commit: true);
                Attach(epilogue, group);
            }
        }
    }

    private static void Attach(WorkGroup cluster, WorkGroup to)
    {
        cluster.AttachedTo = to;
        to.Attached = cluster;
    }

    /// <summary>
    /// Views a whole cluster over another iteration space with as many elements, where all layouts allow it.
    /// </summary>
    private static bool ReshapeAll(WorkGroup group, Shape shape, bool commit)
    {
        foreach (Work work in group.Works)
        {
            for (int i = 0; i < work.Inputs.Length && work.Node.Op is not GeneratorOp; i++)
            {
                if (work.Inputs[i].Layout.Shape.ElementCount != shape.ElementCount
                    || work.Inputs[i].Layout.Reshape(shape) is not { } layout)
                {
                    return false;
                }

                work.Inputs[i] = commit ? work.Inputs[i] with { Layout = layout } : work.Inputs[i];
            }
        }

        group.Shape = commit ? shape : group.Shape;
        return true;
    }

    private static bool IsNeededOutside(WorkGraph graph, Work work, WorkGroup group) =>
        graph.Results.Contains(work.Output) || graph.ReadersOf(work.Output).Any(reader => reader.Group != group);

    private bool Reaches(WorkGroup from, WorkGroup target)
    {
        _searches++;
        _stack.Clear();
        _stack.Push(from);
        while (_stack.TryPop(out WorkGroup? group))
        {
            if (group == target || ++_visits > SearchLimit)
            {
                return true;
            }

            if (group.Height > target.Height && group.SeenBy != _searches)
            {
                group.SeenBy = _searches;
                foreach (WorkGroup next in group.Consumers)
                {
                    _stack.Push(next);
                }
            }
        }

        return false;
    }
}
