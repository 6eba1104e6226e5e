using System.Diagnostics;
using System.Runtime.InteropServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Benchmarks.Micro;

/// <summary>Matrix products in float32 against the peak of the same moment, on one thread and on all.</summary>
/// <remarks>
/// Each figure is the median of ratios of one product to one register-only stretch measured right before it, so that a
/// change of clock or a neighbour weighs on both.
/// </remarks>
public static unsafe class MatrixProductBenchmark
{
    private const int Samples = 25;

    /// <summary>Prints one line for each shape.</summary>
    public static void Run()
    {
        Console.WriteLine("form      m x      n x      k     one thread            all threads");
        foreach ((string form, int m, int n, int k) in Shapes())
        {
            using var product = new Operands(form, m, n, k);
            (double seconds, double ratio) = product.Measure(WorkerTeam.Shared, 1);
            (double togetherSeconds, double togetherRatio) = product.Measure(WorkerTeam.Shared, WorkerTeam.Shared.Size);
            Console.WriteLine(
                $"{form,-4} {m,6} x {n,6} x {k,6}  {Time(seconds)} {ratio,6:F3}   "
                + $"{Time(togetherSeconds)} {togetherRatio,6:F3}");
        }
    }

    private static IEnumerable<(string Form, int M, int N, int K)> Shapes()
    {
        foreach (int size in new[] { 16, 32, 64, 128, 256, 384, 512, 1024, 2048 })
        {
            yield return ("NN", size, size, size);
        }

        foreach (int size in new[] { 32, 64, 128, 256, 512, 1024 })
        {
            yield return ("NT", size, size, size);
            yield return ("TN", size, size, size);
        }

        (int M, int N, int K)[] others =
        [
            (32, 16, 784), (32, 10, 16), (32, 128, 784), (128, 128, 784), (1000, 37, 129), (1000, 129, 37),
            (4096, 64, 64), (64, 4096, 64), (64, 64, 4096), (10_000, 32, 32), (32, 10_000, 32), (255, 257, 256),
            (700, 700, 700),
        ];
        foreach ((int m, int n, int k) in others)
        {
            yield return ("NN", m, n, k);
        }

        // A depth as short as in bottlenecks, a block of a larger product, and kernel gradients of 1×1 convolutions.
        yield return ("NN", 48, 96, 16);
        yield return ("NN", 192, 64, 384);
        yield return ("TN", 64, 256, 25_088);
        yield return ("TN", 256, 64, 25_088);
        yield return ("TN", 512, 128, 6272);
        yield return ("TN", 1024, 256, 1568);
        yield return ("TN", 784, 16, 32);
        yield return ("TN", 784, 128, 128);
        yield return ("TN", 784, 16, 60_000);
        yield return ("TN", 16, 10, 60_000);
        yield return ("NT", 32, 784, 16);
        yield return ("NT", 32, 784, 128);
        yield return ("NN", 1, 16, 784);
        yield return ("NN", 1, 128, 784);
        yield return ("NN", 1, 1024, 1024);
        yield return ("NT", 1, 1024, 1024);
        yield return ("NN", 1024, 1, 1024);
        yield return ("TN", 784, 16, 1);
        yield return ("NN", 1, 1, 1_000_000);
    }

    private static string Time(double seconds)
    {
        return seconds < 1e-5
            ? $"{seconds * 1e9,8:F0} ns"
            : seconds < 1e-2 ? $"{seconds * 1e6,8:F1} µs"
            : $"{seconds * 1e3,8:F2} ms";
    }

    private sealed class Operands : IDisposable
    {
        private readonly MatrixProduct<float> _product;
        private readonly float* _a;
        private readonly float* _b;
        private readonly float* _c;
        private readonly byte* _workspace;
        private readonly double _flops;

        public Operands(string form, long m, long n, long k)
        {
            var shape = MatrixProductShape.Contiguous(m, n, k, form[0] == 'T', form[1] == 'T');
            _product = new MatrixProduct<float>(shape, WorkerTeam.Shared);
            _a = Allocate(m * k);
            _b = Allocate(k * n);
            _c = Allocate(m * n);
            _workspace = (byte*)NativeMemory.AlignedAlloc((nuint)_product.WorkspaceBytes + 64, 64);
            _flops = 2.0 * m * n * k;
        }

        public (double Seconds, double Ratio) Measure(WorkerTeam team, int threads)
        {
            team.Threads = threads;
            double once = Stretch(1);
            int repeats = (int)Math.Clamp(200e-6 / Stretch((int)Math.Clamp(100e-6 / once, 1, 10_000)), 1, 1_000_000);
            double[] seconds = new double[Samples];
            double[] ratios = new double[Samples];
            for (int i = 0; i < Samples; i++)
            {
                double peak = Math.Max(PeakFma.Once(), Math.Max(PeakFma.Once(), PeakFma.Once()));
                seconds[i] = Stretch(repeats);
                ratios[i] = _flops / seconds[i] * 1e-9 / (peak * threads);
            }

            Array.Sort(seconds);
            Array.Sort(ratios);
            return (seconds[Samples / 2], ratios[Samples / 2]);
        }

        public void Dispose()
        {
            NativeMemory.AlignedFree(_a);
            NativeMemory.AlignedFree(_b);
            NativeMemory.AlignedFree(_c);
            NativeMemory.AlignedFree(_workspace);
        }

        private static float* Allocate(long count)
        {
            float* values = (float*)NativeMemory.AlignedAlloc((nuint)(count * sizeof(float)), 64);
            for (long i = 0; i < count; i++)
            {
                values[i] = (((i * 7919) % 1009) / 1009f) - 0.5f;
            }

            return values;
        }

        private double Stretch(int repeats)
        {
            long started = Stopwatch.GetTimestamp();
            for (int i = 0; i < repeats; i++)
            {
                _product.Run(null, _a, _b, _c, _workspace);
            }

            return Stopwatch.GetElapsedTime(started).TotalSeconds / repeats;
        }
    }
}
