using System.Globalization;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>
/// What training steps of ResNet-18 add, at most, to the resident memory of a process that has done nothing yet.
/// </summary>
/// <param name="name">The name that <c>peer.py</c> knows it by.</param>
/// <param name="context">The threads, and the peer, which is asked at its fastest settings.</param>
internal sealed class PeakMemory(string name, WorkloadContext context) : Workload
{
    private const double BytesOfMebibyte = 1 << 20;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override Unit Unit => Unit.Mebibytes;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; } =
    [
        new TorchPeer(
            "PyTorch", null, context.Torch, name, context.Threads, optimizes: false,
            answer => answer.Bytes!.Value / BytesOfMebibyte, convolves: true),
    ];

    /// <inheritdoc/>
    public override int MostRounds => 1;

    /// <inheritdoc/>
    public override double Measure()
    {
        (string output, _) = ChildProcess.Run(
            typeof(MemoryCommand).Assembly.Location,
            [MemoryCommand.Name],
            [new(WorkerTeam.ThreadsVariable, $"{context.Threads}")]);
        return long.Parse(output, CultureInfo.InvariantCulture) / BytesOfMebibyte;
    }
}
