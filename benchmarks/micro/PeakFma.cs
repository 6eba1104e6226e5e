using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Nabla.Benchmarks.Micro;

/// <summary>
/// The fused multiply-adds a core can do when nothing leaves its registers: the yardstick of every contraction.
/// </summary>
public static class PeakFma
{
    private const int Steps = 20_000;
    private const int Chains = 24;

    /// <summary>Prints the peak of one core and of all together.</summary>
    public static void Run()
    {
        Console.WriteLine($"one thread  {MeasureSingle():F1} GFLOP/s float32");
        Console.WriteLine(
            $"{Environment.ProcessorCount} threads  {MeasureTogether(Environment.ProcessorCount):F1} GFLOP/s float32");
    }

    /// <summary>GFLOP/s of one thread in float32: the best of several attempts.</summary>
    public static double MeasureSingle()
    {
        double best = 0;
        for (int attempt = 0; attempt < 30; attempt++)
        {
            best = Math.Max(best, Once());
        }

        return best;
    }

    /// <summary>GFLOP/s of several threads at the same time, summed.</summary>
    public static double MeasureTogether(int threads)
    {
        double[] best = new double[threads];
        Thread[] team = new Thread[threads];
        using var start = new Barrier(threads);
        for (int i = 0; i < threads; i++)
        {
            int index = i;
            team[i] = new Thread(() =>
            {
                start.SignalAndWait();
                best[index] = MeasureSingle();
            });
            team[i].Start();
        }

        foreach (Thread thread in team)
        {
            thread.Join();
        }

        return best.Sum();
    }

    /// <summary>GFLOP/s of one short stretch, for ratios against something measured right before or after.</summary>
    public static double Once()
    {
        long started = Stopwatch.GetTimestamp();
        float sum = Chain(Steps);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (float.IsNaN(sum))
        {
            throw new InvalidOperationException("The chains were meant to stay finite.");
        }

        int width = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;
        return 2.0 * width * Chains * Steps / seconds * 1e-9;
    }

    // Twenty-four independent chains hide the latency on every core that has up to six multiply-adds in flight a cycle
    // and leave registers for the two factors.
    private static float Chain(int steps)
    {
        return Vector512.IsHardwareAccelerated ? Chain512(steps)
            : Vector256.IsHardwareAccelerated ? Chain256(steps)
            : Chain128(steps);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Chain512(int steps)
    {
        Vector512<float> f = Vector512.Create(0.5f), g = Vector512.Create(0.25f);
        Vector512<float> c0 = f, c1 = f, c2 = f, c3 = f, c4 = f, c5 = f;
        Vector512<float> c6 = f, c7 = f, c8 = f, c9 = f, c10 = f, c11 = f;
        Vector512<float> c12 = f, c13 = f, c14 = f, c15 = f, c16 = f, c17 = f;
        Vector512<float> c18 = f, c19 = f, c20 = f, c21 = f, c22 = f, c23 = f;
        for (int step = 0; step < steps; step++)
        {
            c0 = Vector512.FusedMultiplyAdd(c0, f, g);
            c1 = Vector512.FusedMultiplyAdd(c1, f, g);
            c2 = Vector512.FusedMultiplyAdd(c2, f, g);
            c3 = Vector512.FusedMultiplyAdd(c3, f, g);
            c4 = Vector512.FusedMultiplyAdd(c4, f, g);
            c5 = Vector512.FusedMultiplyAdd(c5, f, g);
            c6 = Vector512.FusedMultiplyAdd(c6, f, g);
            c7 = Vector512.FusedMultiplyAdd(c7, f, g);
            c8 = Vector512.FusedMultiplyAdd(c8, f, g);
            c9 = Vector512.FusedMultiplyAdd(c9, f, g);
            c10 = Vector512.FusedMultiplyAdd(c10, f, g);
            c11 = Vector512.FusedMultiplyAdd(c11, f, g);
            c12 = Vector512.FusedMultiplyAdd(c12, f, g);
            c13 = Vector512.FusedMultiplyAdd(c13, f, g);
            c14 = Vector512.FusedMultiplyAdd(c14, f, g);
            c15 = Vector512.FusedMultiplyAdd(c15, f, g);
            c16 = Vector512.FusedMultiplyAdd(c16, f, g);
            c17 = Vector512.FusedMultiplyAdd(c17, f, g);
            c18 = Vector512.FusedMultiplyAdd(c18, f, g);
            c19 = Vector512.FusedMultiplyAdd(c19, f, g);
            c20 = Vector512.FusedMultiplyAdd(c20, f, g);
            c21 = Vector512.FusedMultiplyAdd(c21, f, g);
            c22 = Vector512.FusedMultiplyAdd(c22, f, g);
            c23 = Vector512.FusedMultiplyAdd(c23, f, g);
        }

        return Vector512.Sum(
            c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11
            + c12 + c13 + c14 + c15 + c16 + c17 + c18 + c19 + c20 + c21 + c22 + c23);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Chain256(int steps)
    {
        Vector256<float> f = Vector256.Create(0.5f), g = Vector256.Create(0.25f);
        Vector256<float> c0 = f, c1 = f, c2 = f, c3 = f, c4 = f, c5 = f;
        Vector256<float> c6 = f, c7 = f, c8 = f, c9 = f, c10 = f, c11 = f;
        for (int step = 0; step < steps; step++)
        {
            c0 = Vector256.FusedMultiplyAdd(c0, f, g);
            c1 = Vector256.FusedMultiplyAdd(c1, f, g);
            c2 = Vector256.FusedMultiplyAdd(c2, f, g);
            c3 = Vector256.FusedMultiplyAdd(c3, f, g);
            c4 = Vector256.FusedMultiplyAdd(c4, f, g);
            c5 = Vector256.FusedMultiplyAdd(c5, f, g);
            c6 = Vector256.FusedMultiplyAdd(c6, f, g);
            c7 = Vector256.FusedMultiplyAdd(c7, f, g);
            c8 = Vector256.FusedMultiplyAdd(c8, f, g);
            c9 = Vector256.FusedMultiplyAdd(c9, f, g);
            c10 = Vector256.FusedMultiplyAdd(c10, f, g);
            c11 = Vector256.FusedMultiplyAdd(c11, f, g);
            c0 = Vector256.FusedMultiplyAdd(c0, f, g);
            c1 = Vector256.FusedMultiplyAdd(c1, f, g);
            c2 = Vector256.FusedMultiplyAdd(c2, f, g);
            c3 = Vector256.FusedMultiplyAdd(c3, f, g);
            c4 = Vector256.FusedMultiplyAdd(c4, f, g);
            c5 = Vector256.FusedMultiplyAdd(c5, f, g);
            c6 = Vector256.FusedMultiplyAdd(c6, f, g);
            c7 = Vector256.FusedMultiplyAdd(c7, f, g);
            c8 = Vector256.FusedMultiplyAdd(c8, f, g);
            c9 = Vector256.FusedMultiplyAdd(c9, f, g);
            c10 = Vector256.FusedMultiplyAdd(c10, f, g);
            c11 = Vector256.FusedMultiplyAdd(c11, f, g);
        }

        return Vector256.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Chain128(int steps)
    {
        Vector128<float> f = Vector128.Create(0.5f), g = Vector128.Create(0.25f);
        Vector128<float> c0 = f, c1 = f, c2 = f, c3 = f, c4 = f, c5 = f;
        Vector128<float> c6 = f, c7 = f, c8 = f, c9 = f, c10 = f, c11 = f;
        for (int step = 0; step < steps; step++)
        {
            c0 = Vector128.FusedMultiplyAdd(c0, f, g);
            c1 = Vector128.FusedMultiplyAdd(c1, f, g);
            c2 = Vector128.FusedMultiplyAdd(c2, f, g);
            c3 = Vector128.FusedMultiplyAdd(c3, f, g);
            c4 = Vector128.FusedMultiplyAdd(c4, f, g);
            c5 = Vector128.FusedMultiplyAdd(c5, f, g);
            c6 = Vector128.FusedMultiplyAdd(c6, f, g);
            c7 = Vector128.FusedMultiplyAdd(c7, f, g);
            c8 = Vector128.FusedMultiplyAdd(c8, f, g);
            c9 = Vector128.FusedMultiplyAdd(c9, f, g);
            c10 = Vector128.FusedMultiplyAdd(c10, f, g);
            c11 = Vector128.FusedMultiplyAdd(c11, f, g);
            c0 = Vector128.FusedMultiplyAdd(c0, f, g);
            c1 = Vector128.FusedMultiplyAdd(c1, f, g);
            c2 = Vector128.FusedMultiplyAdd(c2, f, g);
            c3 = Vector128.FusedMultiplyAdd(c3, f, g);
            c4 = Vector128.FusedMultiplyAdd(c4, f, g);
            c5 = Vector128.FusedMultiplyAdd(c5, f, g);
            c6 = Vector128.FusedMultiplyAdd(c6, f, g);
            c7 = Vector128.FusedMultiplyAdd(c7, f, g);
            c8 = Vector128.FusedMultiplyAdd(c8, f, g);
            c9 = Vector128.FusedMultiplyAdd(c9, f, g);
            c10 = Vector128.FusedMultiplyAdd(c10, f, g);
            c11 = Vector128.FusedMultiplyAdd(c11, f, g);
        }

        return Vector128.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11);
    }
}
