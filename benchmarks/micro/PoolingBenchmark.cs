using System.Diagnostics;
using Nabla.Backends.Cpu;
using Nabla.Benchmarks.Comparative;

namespace Nabla.Benchmarks.Micro;

/// <summary>
/// Pooling and resizing, forward and backward, beside a memory copy that moves as many bytes: the floor, because each
/// number has to be read or written once.
/// </summary>
public static class PoolingBenchmark
{
    private const int Rounds = 31;

    /// <summary>Prints the fastest and the median of each, on one thread and on all.</summary>
    public static void Run()
    {
        int threads = CpuBackend.Instance.Threads;
        using (Device.Use(CpuBackend.Instance))
        {
            foreach (int count in threads == 1 ? [1] : (int[])[1, threads])
            {
                CpuBackend.Instance.Threads = count;
                Console.WriteLine($"{count} thread(s)");
                foreach (Shape images in (Shape[])[[64, 28, 28, 32], [16, 112, 112, 64]])
                {
                    bool isSmall = images[1] == 28;
                    Axes<long> size = isSmall ? 2 : 3;
                    Padding padding = isSmall ? 0 : 1;
                    string window = isSmall ? "2x2 / 2" : "3x3 / 2, padding 1";
                    Both($"max {window}", images, x => x.MaxPool(size, 2, padding), choiceBytes: 1);
                    Both($"average {window}", images, x => x.AveragePool(size, 2, padding), choiceBytes: 0);
                }

                Both("bilinear x 2", [16, 56, 56, 64], x => x.UpSample(2, Interpolation.Bilinear), choiceBytes: 0);
                Both("nearest x 2", [16, 56, 56, 64], x => x.UpSample(2), choiceBytes: 0);
                Both("bilinear x 2", [16, 112, 112, 3], x => x.UpSample(2, Interpolation.Bilinear), choiceBytes: 0);
                Both("max 2x2 / 2", [64, 112, 112, 3], x => x.MaxPool(2), choiceBytes: 1);
                Both("max 2x2 / 2", [64, 112, 112, 1], x => x.MaxPool(2), choiceBytes: 1);
            }
        }

        CpuBackend.Instance.Threads = threads;
    }

    private static void Both(string name, Shape images, Func<Tensor, Tensor> op, int choiceBytes)
    {
        Shape result = op(Tensor.Zeros(images)).Shape;
        long numbers = images.ElementCount + result.ElementCount;
        long bytes = (numbers * sizeof(float)) + (result.ElementCount * choiceBytes);
        TensorSpec x = new(DType.Float32, images), dy = new(DType.Float32, result);
        (double fastest, double median) = Measure(new CompiledFunction(inputs => [op(inputs[0])]), x);
        Print($"{name} of {images}", fastest, median, bytes);

        // What max pooling saves for its gradient comes from a run of its own, which is taken off.
        (double fastestGradient, double medianGradient) = Measure(
            new CompiledFunction(inputs =>
                [.. Gradient.VectorJacobian(op(inputs[0]), inputs[1], inputs[0]).OfType<Tensor>()]),
            x, dy);
        bool isAlone = choiceBytes == 0;
        (fastest, median) = isAlone ? (0, 0) : (fastest, median);
        Print("  its gradient", fastestGradient - fastest, medianGradient - median, bytes);
    }

    private static (double Fastest, double Median) Measure(CompiledFunction function, params TensorSpec[] inputs)
    {
        Replay replay = function.Bind(inputs);
        var random = new Random(1);
        for (int i = 0; i < inputs.Length; i++)
        {
            foreach (ref float number in replay.Input<float>(i))
            {
                number = random.NextSingle();
            }
        }

        return Measure(replay.Run);
    }

    private static void Print(string name, double fastest, double median, long bytes)
    {
        // A copy reads and writes each of its bytes, so half of them are copied.
        using var copy = new MemoryCopy(bytes / 2);
        (double fastestCopy, double medianCopy) = Measure(copy.Run);
        Console.WriteLine(
            $"{name,-46} {fastest * 1e6,9:N1} µs (median {median * 1e6,9:N1}), a copy {fastestCopy * 1e6,9:N1} "
            + $"(median {medianCopy * 1e6,9:N1}): {fastest / fastestCopy:F2} times");
    }

    private static (double Fastest, double Median) Measure(Action run)
    {
        double[] seconds = new double[Rounds];
        for (int round = -10; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            if (round >= 0)
            {
                seconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }

        Array.Sort(seconds);
        return (seconds[0], seconds[Rounds / 2]);
    }
}
