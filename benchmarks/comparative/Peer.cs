namespace Nabla.Benchmarks.Comparative;

/// <summary>Who or what does the same work: another library, a memory copy, the peak of the processor.</summary>
/// <param name="name">Its name in the table and in the report.</param>
/// <param name="target">The least ratio that Nabla must reach; null where the peer is only printed beside.</param>
public abstract class Peer(string name, double? target)
{
    /// <summary>Its name in the table and in the report.</summary>
    public string Name { get; } = name;

    /// <summary>The least ratio that Nabla must reach; null where the peer is only printed beside.</summary>
    public double? Target { get; } = target;

    /// <summary>Whether nobody can be better: a peak that any kernel beats was measured wrongly.</summary>
    public virtual bool IsBoundOfAll => false;

    /// <summary>Runs the peer's side for a fraction of a second.</summary>
    /// <returns>The median over this round, in the workload's unit; null where the peer is missing.</returns>
    public abstract double? Measure();
}
