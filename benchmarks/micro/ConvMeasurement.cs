using System.Diagnostics;
using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Micro;

/// <summary>Times one convolution of float32 and its gradients, on one thread and on all.</summary>
/// <param name="Image">[batch, spatial…, channels].</param>
/// <param name="Size">The kernel's spatial extents.</param>
/// <param name="Filters">The number of filters.</param>
/// <param name="Stride">The stride.</param>
/// <param name="Groups">The number of groups.</param>
internal sealed record ConvMeasurement(Shape Image, long[] Size, int Filters, int Stride, int Groups)
{
    private const int Samples = 25;

    /// <summary>What is computed.</summary>
    public enum Part
    {
        /// <summary>The result.</summary>
        Forward,

        /// <summary>The gradient with respect to the images.</summary>
        InputGradient,

        /// <summary>The gradient with respect to the kernel.</summary>
        KernelGradient,
    }

    private Shape Kernel => Shape.Create([.. Size, Image[-1] / Groups, Filters]);

    /// <summary>Prints the header above <see cref="Print"/>.</summary>
    public static void PrintHeader() => Console.WriteLine(
        $"{"convolution",-34}{"part",-16}{"one thread",18}{"all threads",20}   (µs, part of the peak)");

    /// <summary>Prints one line for each part; returns the seconds of one thread.</summary>
    public double[] Print(params Part[] parts)
    {
        var seconds = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            Replay replay = Bind(parts[i]);
            (double one, double oneRatio) = Measure(replay, 1);
            (double all, double allRatio) = Measure(replay, Environment.ProcessorCount);
            string size = string.Join('x', Size);
            Console.WriteLine(
                $"{$"{Image} {size} s{Stride} → {Filters}{(Groups > 1 ? $" /{Groups}" : "")}",-34}{parts[i],-16}"
                + $"{one * 1e6,11:F1} {oneRatio,6:F3} {all * 1e6,12:F1} {allRatio,6:F3}");
            seconds[i] = one;
        }

        return seconds;
    }

    private Tensor Result(Tensor image, Tensor kernel) => image.Conv(kernel, [Stride], Padding.Same, groups: Groups);

    private Replay Bind(Part part)
    {
        using (Device.Use(CpuBackend.Instance))
        {
            Shape result = Result(Tensor.Zeros(Image), Tensor.Zeros(Kernel)).Shape;
            (Shape[] Inputs, Func<IReadOnlyList<Tensor>, Tensor> Compute) work = part switch
            {
                Part.Forward => ([Image, Kernel], x => Result(x[0], x[1])),
                Part.InputGradient => (
                    [Kernel, result],
                    x =>
                    {
                        Tensor image = Tensor.Zeros(Image) + (x[0].Sum() * 0);
                        return Gradient.VectorJacobian(Result(image, x[0]), x[1], image)[0]!;
                    }),
                _ => (
                    [Image, result],
                    x =>
                    {
                        Tensor kernel = Tensor.Zeros(Kernel) + (x[0].Sum() * 0);
                        return Gradient.VectorJacobian(Result(x[0], kernel), x[1], kernel)[0]!;
                    }),
            };
            Shape[] inputs = work.Inputs;
            Replay replay = new CompiledFunction(x => [work.Compute(x)])
                .Bind([.. inputs.Select(shape => new TensorSpec(DType.Float32, shape))]);
            for (int i = 0; i < inputs.Length; i++)
            {
                Span<float> values = replay.Input<float>(i);
                for (int j = 0; j < values.Length; j++)
                {
                    values[j] = (((j * 7919L) % 1009) / 1009f) - 0.5f;
                }
            }

            return replay;
        }
    }

    private (double Seconds, double Ratio) Measure(Replay replay, int threads)
    {
        CpuBackend.Instance.Threads = threads;
        Shape result = Result(Tensor.Zeros(Image), Tensor.Zeros(Kernel)).Shape;
        double work = 2.0 * result.ElementCount * Kernel.ElementCount / Filters;

        // Until the runtime has recompiled what calls the loops.
        Stretch(replay, 60);
        Thread.Sleep(150);
        double once = Stretch(replay, 3);
        int repeats = (int)Math.Clamp(2e-3 / once, 1, 10_000);
        Stretch(replay, repeats);
        var seconds = new double[Samples];
        var ratios = new double[Samples];
        for (int i = 0; i < Samples; i++)
        {
            double peak = Math.Max(PeakFma.Once(), Math.Max(PeakFma.Once(), PeakFma.Once()));
            seconds[i] = Stretch(replay, repeats);
            ratios[i] = work / seconds[i] * 1e-9 / (peak * threads);
        }

        Array.Sort(seconds);
        Array.Sort(ratios);
        return (seconds[Samples / 2], ratios[Samples / 2]);
    }

    private static double Stretch(Replay replay, int repeats)
    {
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++)
        {
            replay.Run();
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds / repeats;
    }
}
