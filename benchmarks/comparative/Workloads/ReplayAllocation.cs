using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>What 100,000 training steps leave on the managed heap, by all threads of the process together.</summary>
/// <param name="name">Its name.</param>
/// <param name="step">The step.</param>
/// <param name="bound">The bytes allowed for all of them together.</param>
/// <param name="context">How to measure.</param>
internal sealed class ReplayAllocation(string name, Action step, double bound, WorkloadContext context) : Workload
{
    private const int WarmUps = 2000;
    private const int Replays = 100_000;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override Unit Unit => Unit.Bytes;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; } = [MeasuredPeer.Bound(bound)];

    /// <inheritdoc/>
    public override int MostRounds => 1;

    /// <inheritdoc/>
    public override double Measure()
    {
        CpuBackend.Instance.Threads = context.Threads;
        Repeat(WarmUps);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Repeat(Replays);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private void Repeat(int count)
    {
        for (int i = 0; i < count; i++)
        {
            step();
        }
    }
}
