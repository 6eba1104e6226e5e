namespace Nabla.Compiler.Fuse;

/// <summary>Works that run as one step: an elementwise cluster, or a single other work.</summary>
internal sealed class WorkGroup
{
    public WorkGroup(Work work)
    {
        Works = [work];
        work.Group = this;
        Shape = work.Output.Shape;
        LaneSize = work.LaneSize;
    }

    /// <summary>The members, in the order in which they were added: consumers before their producers.</summary>
    public List<Work> Works { get; }

    public Work First => Works[0];

    /// <summary>The iteration space of a cluster.</summary>
    public Shape Shape { get; set; }

    public int LaneSize { get; private set; }

    public bool IsElementwise => First.IsFusable;

    /// <summary>
    /// The contraction that this cluster finishes, or the reduction that it feeds; null when it runs alone.
    /// </summary>
    public WorkGroup? AttachedTo { get; set; }

    /// <summary>The cluster attached to this contraction or reduction.</summary>
    public WorkGroup? Attached { get; set; }

    /// <summary>This group, or the one that it is attached to: what is scheduled.</summary>
    public WorkGroup Unit => AttachedTo ?? this;

    public void Add(Work work)
    {
        Works.Add(work);
        work.Group = this;
        LaneSize = Math.Max(LaneSize, work.LaneSize);
    }
}
