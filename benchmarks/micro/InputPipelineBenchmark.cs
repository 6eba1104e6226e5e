using System.Diagnostics;
using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Micro;

/// <summary>
/// How fast one thread makes training batches of 128 digits, from bytes in memory to turned, moved and noisy float32,
/// against how fast a 784-512-512-10 network with Adam learns from them.
/// </summary>
public static class InputPipelineBenchmark
{
    private const int Rounds = 7;
    private const int Batch = 128;
    private const int Count = 51_200;

    /// <summary>Prints medians of both rates, and their ratio.</summary>
    public static void Run()
    {
        Tensor pixels = Tensor.RandomInteger([Count, 28, 28], 0, 256, 1).Cast(DType.UInt8);
        Dataset raw = new TensorDataset(pixels, Tensor.RandomInteger([Count], 0, 10, 2));
        Dataset digits = raw.Map(x => x.Cast(DType.Float32) * (1 / 255f));
        Dataset augmented = digits
            .Map(new RandomAffine(rotation: 0.05f, translation: 0.1f, fillMode: FillMode.Constant))
            .Map(new GaussianNoise(0.1f));

        // The same thread does all: nothing else works on the batch.
        int threads = CpuBackend.Instance.Threads;
        CpuBackend.Instance.Threads = 1;
        double made = Median(() => augmented.Batches(Batch, seed: 1).Sum(batch => batch.Input.Evaluate().Shape[0]));
        double ahead = Median(() => augmented.Prefetch(workers: 1).Batches(Batch, seed: 1).Sum(batch => batch.Count));
        CpuBackend.Instance.Threads = threads;

        var trainer = new Trainer(
            new Sequential(seed: 1)
            {
                new Flatten(), new Dense(512, Activation.Relu), new Dense(512, Activation.Relu), new Dense(10),
            },
            new CrossEntropy(),
            new Adam());
        double learned = Median(() =>
        {
            trainer.Fit(digits, epochs: 1, Batch);
            return Count;
        });
        Console.WriteLine($"made in place: {made:N0} examples/s; ahead by one worker: {ahead:N0} examples/s");
        Console.WriteLine($"learned by 784-512-512-10 on {threads} threads: {learned:N0} examples/s");
        Console.WriteLine($"one worker makes {ahead / learned:F1} times what the network learns from");
    }

    private static double Median(Func<long> work)
    {
        work();
        double[] rates = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            long examples = work();
            rates[round] = examples / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(rates);
        return rates[Rounds / 2];
    }
}
