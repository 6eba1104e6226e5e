using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>C = A B in float32, against the peak of the same threads in the same moment.</summary>
internal sealed class MatrixProduct : Workload
{
    private const int Interleaving = 4; // shorter and more batches: a change of clock meets product and peak alike

    private readonly int _threads;
    private readonly int _samples;
    private readonly double _flops;
    private readonly Timing _product;
    private double _peak;

    /// <summary>Compiles the product.</summary>
    /// <param name="shape">
    /// m, n, k and the form: <c>n</c> for an operand that lies as it is multiplied, <c>t</c> for its transpose.
    /// </param>
    /// <param name="threads">The number of threads, of the peers as well.</param>
    /// <param name="target">The least share of the peak.</param>
    /// <param name="context">How to measure.</param>
    public MatrixProduct(
        (long M, long N, long K, string Form) shape, int threads, double target, WorkloadContext context)
    {
        (long m, long n, long k, string form) = shape;
        string peerName = NameOf(shape);
        Name = NameOf(shape, threads);
        _threads = threads;
        _samples = context.Effort.Samples * Interleaving;
        _flops = 2.0 * m * n * k;

        bool transposesLeft = form[0] == 't', transposesRight = form[1] == 't';
        var function = new CompiledFunction(x =>
            [(transposesLeft ? x[0].Transpose() : x[0]).MatMul(transposesRight ? x[1].Transpose() : x[1])]);
        Replay replay = function.Bind(
            new TensorSpec(DType.Float32, transposesLeft ? [k, m] : [m, k]),
            new TensorSpec(DType.Float32, transposesRight ? [n, k] : [k, n]));
        Samples.Fill(replay.Input<float>(0), seed: 1);
        Samples.Fill(replay.Input<float>(1), seed: 2);
        _product = new Timing(replay.Run, context.Effort.BatchSeconds / Interleaving);

        Peers =
        [
            new FmaPeak(target, () => _peak),
            new TorchPeer("OpenBLAS", null, context.Torch, peerName, threads, optimizes: false, Gigaflops),
            new TorchPeer("oneDNN", null, context.Torch, $"onednn-{peerName}", threads, optimizes: false, Gigaflops),
        ];

        double Gigaflops(PeerAnswer answer) => _flops / answer.Median * 1e-9;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.GigaflopsPerSecond;

    /// <inheritdoc/>
    public override IReadOnlyList<Peer> Peers { get; }

    /// <summary>The name of a product on a number of threads.</summary>
    public static string NameOf((long M, long N, long K, string Form) shape, int threads) =>
        $"{NameOf(shape)}, {threads} thread{(threads == 1 ? "" : "s")}";

    /// <inheritdoc/>
    public override double Measure()
    {
        CpuBackend.Instance.Threads = _threads;
        _product.Sample();
        double[] rates = new double[_samples];
        double[] peaks = new double[_samples];
        for (int i = 0; i < _samples; i++)
        {
            peaks[i] = FmaPeak.Sample();
            rates[i] = _flops / _product.Sample() * 1e-9;
        }

        _peak = peaks.Median();
        return rates.Median();
    }

    private static string NameOf((long M, long N, long K, string Form) shape)
    {
        string size = shape.M == shape.N && shape.N == shape.K ? $"{shape.M}" : $"{shape.M}x{shape.N}x{shape.K}";
        return $"matmul-{size}{(shape.Form == "nn" ? "" : $"-{shape.Form}")}";
    }
}
