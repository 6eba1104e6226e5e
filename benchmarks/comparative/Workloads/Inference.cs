using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>One image through a network whose weights are fixed, against ONNX Runtime with the same weights.</summary>
internal sealed class Inference : Workload
{
    private readonly int _threads;
    private readonly int _samples;
    private readonly OnnxTwin _twin;
    private readonly Timing _run;

    /// <summary>Builds and compiles the network.</summary>
    /// <param name="network">The name that <c>peer.py</c> knows the network by.</param>
    /// <param name="create">Creates the network.</param>
    /// <param name="threads">The number of threads, of the peers as well.</param>
    /// <param name="target">The least ratio to ONNX Runtime.</param>
    /// <param name="context">How to measure.</param>
    public Inference(
        string network, Func<Shape, Model> create, int threads, double target, WorkloadContext context)
    {
        Name = NameOf(network, threads);
        _threads = threads;
        _samples = context.Effort.Samples;
        _twin = new OnnxTwin(network, create, context);
        _run = new Timing(_twin.Run, context.Effort.BatchSeconds);
        Peers =
        [
            new OrtPeer(target, context.Onnx, _twin.OnnxFile, threads, Unit),
            new TorchPeer(
                "PyTorch", null, context.Torch, $"infer-{network}", threads, optimizes: false,
                answer => answer.Median * Unit.PerSecond, convolves: true, seconds: 0.5),
        ];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.Milliseconds;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; }

    /// <inheritdoc/>
    public override string? Note => _twin.Predictor.ToString();

    /// <summary>The name of a network on a number of threads.</summary>
    public static string NameOf(string network, int threads) =>
        $"infer-{network}, {threads} thread{(threads == 1 ? "" : "s")}";

    /// <inheritdoc/>
    public override double Measure()
    {
        CpuBackend.Instance.Threads = _threads;
        return _run.Median(_samples) * Unit.PerSecond;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _twin.Dispose();
        }

        base.Dispose(disposing);
    }
}
