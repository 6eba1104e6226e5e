using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>One pass of a convolution, against the multiply-adds of its definition at the peak of the moment.</summary>
/// <remarks>The peak is no bound: an algorithm of fewer multiplications, such as Winograd's, may pass it.</remarks>
internal sealed class Convolution : Workload
{
    private const int Interleaving = 4; // as in a matrix product: a change of clock meets both alike

    private readonly int _threads;
    private readonly int _samples;
    private readonly double _flops;
    private readonly Timing _pass;
    private double _floor;

    /// <summary>Compiles the pass.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="pass">What of it is computed.</param>
    /// <param name="threads">The number of threads, of the peer as well.</param>
    /// <param name="context">How to measure.</param>
    public Convolution(ConvolutionShape shape, ConvolutionPass pass, int threads, WorkloadContext context)
    {
        Name = NameOf(shape, pass, threads);
        _threads = threads;
        _samples = context.Effort.Samples * Interleaving;
        _flops = shape.Flops;

        var function = new CompiledFunction(x => [pass.Compute(shape, x)]);
        TensorSpec[] inputs = pass.Inputs(shape);
        Replay replay = function.Bind(inputs);
        for (int i = 0; i < inputs.Length; i++)
        {
            Samples.Fill(replay.Input<float>(i), seed: i);
        }

        _pass = new Timing(replay.Run, context.Effort.BatchSeconds / Interleaving);
        Peers =
        [
            new MeasuredPeer("FMA floor", target: null, () => _floor),
            new TorchPeer(
                "PyTorch", null, context.Torch, PeerNameOf(shape, pass), threads, optimizes: false,
                answer => answer.Median * Unit.PerSecond, convolves: true),
        ];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.Milliseconds;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; }

    /// <summary>The name of a pass on a number of threads.</summary>
    public static string NameOf(ConvolutionShape shape, ConvolutionPass pass, int threads) =>
        $"{PeerNameOf(shape, pass)}, {threads} thread{(threads == 1 ? "" : "s")}";

    /// <inheritdoc/>
    public override double Measure()
    {
        CpuBackend.Instance.Threads = _threads;
        _pass.Sample();
        double[] milliseconds = new double[_samples];
        double[] shares = new double[_samples];
        for (int i = 0; i < _samples; i++)
        {
            double gigaflops = FmaPeak.Sample();
            double seconds = _pass.Sample();
            milliseconds[i] = seconds * Unit.PerSecond;
            shares[i] = _flops / seconds / (gigaflops * 1e9);
        }

        double median = milliseconds.Median();
        _floor = median * shares.Median();
        return median;
    }

    private static string PeerNameOf(ConvolutionShape shape, ConvolutionPass pass) => $"{shape.Name}-{pass.Name}";
}
