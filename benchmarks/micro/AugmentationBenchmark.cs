using System.Diagnostics;
using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Micro;

/// <summary>
/// What it costs to make training images: batches of 128 digits of 28 × 28 that are turned, moved and made noisy, on
/// one thread, and colored ones of 224 × 224.
/// </summary>
public static class AugmentationBenchmark
{
    private const int Rounds = 301;
    private const int Repetitions = 2;
    private const int Batch = 128;
    private const int Extent = 28;

    /// <summary>Prints the figures: medians, and the fastest, which is what neighbours did not disturb.</summary>
    public static void Run()
    {
        int threads = CpuBackend.Instance.Threads;
        using (Device.Use(CpuBackend.Instance))
        {
            CpuBackend.Instance.Threads = 1;
            var affine = new RandomAffine(rotation: 0.05f, translation: 0.1f, fillMode: FillMode.Constant);
            Shape digits = [Batch, Extent, Extent];
            Tensor Noise(Tensor x, CallContext context) =>
                x + Tensor.RandomNormal(x.Shape, context.Key("noise"), context.Step, deviation: 0.1);
            Print("rotation, translation", digits, affine.Apply);
            Print("noise", digits, Noise);
            Print("rotation, translation, noise", digits, (x, context) => Noise(affine.Apply(x, context), context));
            Print("the same, reflected", digits, (x, context) => Noise(
                new RandomAffine(rotation: 0.05f, translation: 0.1f).Apply(x, context), context));
            Print("rotation, translation", [16, 224, 224, 3], affine.Apply);
        }

        CpuBackend.Instance.Threads = threads;
    }

    private static void Print(string name, Shape shape, Func<Tensor, CallContext, Tensor> augment)
    {
        var step = new Variable("step", Tensor.Scalar(0, DType.Int64));
        var function = new CompiledFunction(x =>
        {
            step.Value += 1;
            return [augment(x[0], CallContext.Training(step.Value))];
        });
        Replay replay = function.Bind(new TensorSpec(DType.Float32, shape));
        var random = new Random(1);
        foreach (ref float pixel in replay.Input<float>(0))
        {
            pixel = random.NextSingle();
        }

        for (int i = 0; i < 100 * Repetitions; i++)
        {
            replay.Run();
        }

        Thread.Sleep(200);
        double[] seconds = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Repetitions; i++)
            {
                replay.Run();
            }

            seconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds / Repetitions;
        }

        Array.Sort(seconds);
        Console.WriteLine(
            $"{name}, {shape}: {shape[0] / seconds[Rounds / 2]:N0} images/s, "
            + $"{seconds[Rounds / 2] * 1e9 / shape.ElementCount:F2} ns a number; fastest {shape[0] / seconds[0]:N0}, "
            + $"{seconds[0] * 1e9 / shape.ElementCount:F2}");
    }
}
