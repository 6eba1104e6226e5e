using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>A chain of elementwise operations over numbers that no cache holds, against copying them.</summary>
internal sealed class Elementwise : Workload
{
    private const int Elements = 1 << 24;
    private const double BytesMoved = 2.0 * Elements * sizeof(float); // each read once and written once, as in a copy

    private readonly int _threads;
    private readonly int _samples;
    private readonly Timing _chain;
    private readonly MemoryCopy _copy = new((long)Elements * sizeof(float));

    /// <summary>Compiles the chain.</summary>
    /// <param name="peerName">The name that <c>peer.py</c> knows it by.</param>
    /// <param name="chain">The operations.</param>
    /// <param name="threads">The number of threads, of the peers as well.</param>
    /// <param name="target">The least ratio to the bandwidth of the copy.</param>
    /// <param name="context">How to measure.</param>
    public Elementwise(
        string peerName, Func<Tensor, Tensor> chain, int threads, double target, WorkloadContext context)
    {
        Name = NameOf(peerName, threads);
        _threads = threads;
        _samples = context.Effort.Samples;
        Replay replay = new CompiledFunction(x => [chain(x[0])]).Bind(new TensorSpec(DType.Float32, [Elements]));
        Samples.Fill(replay.Input<float>(0), seed: 1);
        _chain = new Timing(replay.Run, context.Effort.BatchSeconds);
        var copying = new Timing(_copy.Run, context.Effort.BatchSeconds);
        Peers =
        [
            new MeasuredPeer("memcpy", target, () => Bandwidth(copying.Median(_samples))),
            new TorchPeer(
                "PyTorch", null, context.Torch, peerName, threads, optimizes: false,
                answer => Bandwidth(answer.Median)),
        ];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.GigabytesPerSecond;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; }

    /// <summary>Eight arithmetic operations: a quartic by Horner's rule, as <c>peer.py</c> computes it.</summary>
    public static Tensor EightOperations(Tensor x) =>
        (((((((x * 1.5f) + 0.5f) * x) - 0.25f) * x) + 0.75f) * x) - 0.125f;

    /// <summary>The name of a chain on a number of threads.</summary>
    public static string NameOf(string peerName, int threads) =>
        $"{peerName}, {threads} thread{(threads == 1 ? "" : "s")}";

    /// <inheritdoc/>
    public override double Measure()
    {
        CpuBackend.Instance.Threads = _threads;
        return Bandwidth(_chain.Median(_samples));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _copy.Dispose();
        }

        base.Dispose(disposing);
    }

    private static double Bandwidth(double seconds) => BytesMoved / seconds * 1e-9;
}
