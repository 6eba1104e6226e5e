namespace Nabla.Benchmarks.Comparative;

/// <summary>A peer measured in this process, such as a memory copy, or a bound that does not change.</summary>
/// <param name="name">Its name in the table and in the report.</param>
/// <param name="target">The least ratio that Nabla must reach; null where the peer is only printed beside.</param>
/// <param name="measure">One round, in the workload's unit.</param>
public sealed class MeasuredPeer(string name, double? target, Func<double> measure) : Peer(name, target)
{
    /// <summary>A bound that must be kept: a ratio of 1 or more keeps it.</summary>
    /// <param name="bound">The bound in the workload's unit.</param>
    public static MeasuredPeer Bound(double bound) => new("required", target: 1, () => bound);

    /// <inheritdoc/>
    public override double? Measure() => measure();
}
