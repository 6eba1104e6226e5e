using Nabla.Backends.Cpu;
using Nabla.Benchmarks.Comparative;

namespace Nabla.Benchmarks.Micro;

/// <summary>
/// What normalizations cost, forward and backward, beside copying the bytes that they cannot do without: x is read for
/// the moments and again to normalize, and the result written; backward x and dy are read for the sums and again for
/// dx, which is written. A normalization of rows reads them once.
/// </summary>
public static class NormalizationBenchmark
{
    private const int Samples = 31;
    private const double BatchSeconds = 0.01;

    /// <summary>Prints the medians on all threads in use.</summary>
    public static void Run()
    {
        BatchAndRelu([16, 32, 32, 64]);
        BatchAndRelu([64, 14, 14, 64]);
        BatchAndRelu([32, 56, 56, 64]);
        BatchAndRelu([32, 14, 14, 512]);
        Rows("layer normalization", x => x[0].LayerNormalize(x[1], x[2]));
        Rows("RMS normalization", x => x[0].RmsNormalize(x[1]));
    }

    private static void Rows(string name, Func<IReadOnlyList<Tensor>, Tensor> function) =>
        Print(name, [32, 128, 768], forwardPasses: 2, backwardPasses: 3, function);

    private static void BatchAndRelu(Shape shape) => Print(
        "batch normalization and relu", shape, forwardPasses: 3, backwardPasses: 5,
        x => x[0].BatchNormalize(x[1], x[2]).Result.Relu());

    private static void Print(
        string name, Shape shape, int forwardPasses, int backwardPasses, Func<IReadOnlyList<Tensor>, Tensor> function)
    {
        TensorSpec x = new(DType.Float32, shape), vector = new(DType.Float32, [shape[-1]]);
        double forward = Seconds(new CompiledFunction(inputs => [function(inputs)]).Bind(x, vector, vector), inputs: 3);
        Replay both = new CompiledFunction(inputs =>
        {
            Tensor y = function(inputs);
            return [y, .. Gradient.OfOrNull((y * inputs[3]).Sum(), inputs.Take(3).ToArray()).OfType<Tensor>()];
        }).Bind(x, vector, vector, x);
        double whole = Seconds(both, inputs: 4);
        long bytes = shape.ElementCount * sizeof(float);
        double ofCopies = Copy(bytes, forwardPasses), ofAllCopies = Copy(bytes, forwardPasses + backwardPasses);
        Console.WriteLine(
            $"{name}, {shape}, {CpuBackend.Instance.Threads} threads: forward {forward * 1e6:F0} µs "
            + $"({ofCopies / forward:F2} of copying), forward and backward {whole * 1e6:F0} µs "
            + $"({ofAllCopies / whole:F2} of copying)");
    }

    private static double Seconds(Replay replay, int inputs)
    {
        for (int input = 0; input < inputs; input++)
        {
            Comparative.Workloads.Samples.Fill(replay.Input<float>(input), seed: input + 1);
        }

        return new Timing(replay.Run, BatchSeconds).Median(Samples);
    }

    /// <summary>How long a copy moves so many times the bytes; one copy reads them once and writes them once.</summary>
    private static double Copy(long bytes, int passes)
    {
        using var copy = new MemoryCopy(bytes);
        return new Timing(copy.Run, BatchSeconds).Median(Samples) * passes / 2;
    }
}
