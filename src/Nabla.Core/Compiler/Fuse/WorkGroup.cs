using Nabla.Graph;

namespace Nabla.Compiler.Fuse;

/// <summary>Works that run as one step: an elementwise cluster, or a single other work.</summary>
internal sealed class WorkGroup
{
    private readonly HashSet<WorkGroup> _consumers = [];
    private readonly List<WorkGroup> _producers = [];
    private readonly HashSet<Tensor> _roots = new(ReferenceEqualityComparer.Instance);

    /// <summary>A group of one work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="consumers">The groups that read what it computes.</param>
    public WorkGroup(Work work, IReadOnlyList<WorkGroup> consumers)
    {
        Works = [];
        Shape = work.Output.Shape;
        Add(work, consumers);
    }

    /// <summary>The members, in the order in which they were added: consumers before their producers.</summary>
    public List<Work> Works { get; }

    public Work First => Works[0];

    /// <summary>The iteration space of a cluster.</summary>
    public Shape Shape { get; set; }

    public int LaneSize { get; private set; }

    /// <summary>How many inputs the members have in all.</summary>
    public int InputCount { get; private set; }

    /// <summary>How many different tensors the members read.</summary>
    public int RootCount => _roots.Count;

    /// <summary>
    /// The longest way to a group that nobody reads. A group reaches only groups that are lower than itself.
    /// </summary>
    public int Height { get; private set; }

    /// <summary>The groups that read what this one computes.</summary>
    public IReadOnlyCollection<WorkGroup> Consumers => _consumers;

    /// <summary>The search that saw this group last.</summary>
    public int SeenBy { get; set; }

    public bool IsElementwise => First.IsFusable;

    /// <summary>
    /// The contraction that this cluster finishes, or the reduction that it feeds; null when it runs alone.
    /// </summary>
    public WorkGroup? AttachedTo { get; set; }

    /// <summary>The cluster attached to this contraction or reduction.</summary>
    public WorkGroup? Attached { get; set; }

    /// <summary>This group, or the one that it is attached to: what is scheduled.</summary>
    public WorkGroup Unit => AttachedTo ?? this;

    /// <summary>Takes in a work that none of its other consumers leads back to.</summary>
    public void Add(Work work, IReadOnlyList<WorkGroup> consumers)
    {
        Works.Add(work);
        work.Group = this;
        LaneSize = Math.Max(LaneSize, work.LaneSize);
        InputCount += work.Inputs.Length;
        foreach (ValueRef input in work.Inputs)
        {
            _roots.Add(input.Root);
        }

        foreach (WorkGroup consumer in consumers)
        {
            if (consumer != this && _consumers.Add(consumer))
            {
                consumer._producers.Add(this);
                Rise(consumer.Height + 1);
            }
        }
    }

    /// <summary>Takes in another cluster with all its works; for when no more works join.</summary>
    public void Merge(WorkGroup other)
    {
        foreach (Work work in other.Works)
        {
            for (int i = 0; i < work.Inputs.Length && work.Node.Op is not GeneratorOp; i++)
            {
                work.Inputs[i] = work.Inputs[i] with { Layout = work.Inputs[i].Layout.Reshape(Shape)! };
            }

            work.Group = this;
        }

        Works.AddRange(other.Works);
        Works.Sort((a, b) => b.Index.CompareTo(a.Index));
        LaneSize = Math.Max(LaneSize, other.LaneSize);
    }

    private void Rise(int height)
    {
        var stack = new Stack<(WorkGroup Group, int Height)>([(this, height)]);
        while (stack.TryPop(out (WorkGroup Group, int Height) next))
        {
            if (next.Group.Height < next.Height)
            {
                next.Group.Height = next.Height;
                foreach (WorkGroup producer in next.Group._producers)
                {
                    stack.Push((producer, next.Height + 1));
                }
            }
        }
    }
}
