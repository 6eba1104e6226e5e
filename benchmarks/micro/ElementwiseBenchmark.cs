using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Nabla.Backends.Cpu;

namespace Nabla.Benchmarks.Micro;

/// <summary>
/// What a fused elementwise program costs: against a loop fused by hand, interpreted instead of emitted, on few
/// elements, against copying memory, and until it is ready. The hand-written loop wants AVX-512.
/// </summary>
public static unsafe class ElementwiseBenchmark
{
    private const int Rounds = 300;
    private const int LargeCount = 1 << 24;
    private const string InterpretSwitch = "Nabla.InterpretElementwisePrograms";

    /// <summary>Prints the figures.</summary>
    public static void Run()
    {
        int threads = CpuBackend.Instance.Threads;
        using (Device.Use(CpuBackend.Instance))
        {
            CpuBackend.Instance.Threads = 1;
            InCache();
            Small();
            Reductions();
            Readiness();
            for (int count = 1; count <= threads; count *= 2)
            {
                CpuBackend.Instance.Threads = count;
                Large(count);
            }
        }
    }

    private static void InCache()
    {
        foreach (int count in new[] { 4096, 16384, 32768 })
        {
            Replay emitted = Bind(x => TenOperations(x[0], x[1]), [count], [count]);
            AppContext.SetSwitch(InterpretSwitch, true);
            Replay interpreted = Bind(x => TenOperations(x[0], x[1]), [count], [count]);
            AppContext.SetSwitch(InterpretSwitch, false);
            float* a = Allocate(count), b = Allocate(count), y = Allocate(count);
            double hand = Fastest(() => TenOperationsByHand(a, b, y, count));
            double own = Fastest(emitted.Run), slow = Fastest(interpreted.Run);
            Console.WriteLine(
                $"ten operations, {count} floats: by hand {hand:F0} ns, emitted {own:F0} ({own / hand:F2}), "
                + $"interpreted {slow:F0} ({slow / hand:F2})");
            NativeMemory.AlignedFree(a);
            NativeMemory.AlignedFree(b);
            NativeMemory.AlignedFree(y);
        }

        Replay gelu = Bind(x => Gelu(x[0]), [16384]), tanh = Bind(x => x[0].Tanh(), [16384]);
        Console.WriteLine($"16384 floats: tanh {Fastest(tanh.Run):F0} ns, GELU by tanh {Fastest(gelu.Run):F0} ns");
    }

    private static void Small()
    {
        Console.WriteLine($"two scalars: {Fastest(Bind(x => (x[0] * x[1]) + 1, [], []).Run):F0} ns");
        Console.WriteLine(
            $"[32, 16] + row, relu: {Fastest(Bind(x => (x[0] + x[1]).Relu(), [32, 16], [16]).Run):F0} ns");
        Console.WriteLine(
            $"[32, 10] + row, relu: {Fastest(Bind(x => (x[0] + x[1]).Relu(), [32, 10], [10]).Run):F0} ns");
        Console.WriteLine(
            $"[512, 512] transposed: {Fastest(Bind(x => x[0].Transpose() + 1, [512, 512]).Run) / 1000:F1} µs");
    }

    private static void Reductions()
    {
        foreach ((string name, Func<Tensor, Tensor> compute) in new (string, Func<Tensor, Tensor>)[]
        {
            ("sum of rows", x => x.Sum(1)), ("sum of columns", x => x.Sum(0)), ("largest of rows", x => x.Max(1)),
            ("sum of squares of rows", x => x.Square().Sum(1)), ("sum of squares of columns", x => x.Square().Sum(0)),
        })
        {
            Console.WriteLine($"[128, 512] {name}: {Fastest(Bind(x => compute(x[0]), [128, 512]).Run) / 1000:F2} µs");
        }

        Console.WriteLine(
            $"2^20 squares summed: {Fastest(Bind(x => x[0].Square().Sum(), [1 << 20]).Run) / 1000:F1} µs");
    }

    /// <summary>What the first use of a program costs, and the first that emits code.</summary>
    private static void Readiness()
    {
        const int Programs = 40;
        foreach ((string name, Func<Tensor, double, Tensor> compute) in new (string, Func<Tensor, double, Tensor>)[]
        {
            ("ten operations", (x, number) => TenOperations(x, x + number)),
            ("GELU by tanh", (x, number) => Gelu(x * number)),
        })
        {
            double first = double.MaxValue, emitting = double.MaxValue;
            for (int i = 0; i < Programs; i++)
            {
                double number = 0.5 + (i / 100.0);
                long start = Stopwatch.GetTimestamp();
                Replay replay = Bind(x => compute(x[0], number), [4096]);
                replay.Run();
                first = Math.Min(first, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                replay.Run();
                start = Stopwatch.GetTimestamp();
                replay.Run();
                emitting = Math.Min(emitting, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            Console.WriteLine(
                $"{name}: traced, compiled and run once {first:F2} ms; emitted at the third run {emitting:F2} ms");
        }
    }

    private static void Large(int threads)
    {
        Replay ten = Bind(x => TenOperations(x[0], x[0] + 0.5), [LargeCount]);
        Replay gelu = Bind(x => Gelu(x[0]), [LargeCount]);
        float* source = Allocate(LargeCount), destination = Allocate(LargeCount);
        void Copy(int part)
        {
            long bytes = LargeCount * sizeof(float) / threads;
            Buffer.MemoryCopy((byte*)source + (part * bytes), (byte*)destination + (part * bytes), bytes, bytes);
        }

        // In turns, so that what disturbs one disturbs the others.
        double copying = double.MaxValue, tenTime = double.MaxValue, geluTime = double.MaxValue;
        for (int round = 0; round < 25; round++)
        {
            copying = Math.Min(copying, Time(() => Parallel.For(0, threads, Copy)));
            tenTime = Math.Min(tenTime, Time(ten.Run));
            geluTime = Math.Min(geluTime, Time(gelu.Run));
        }

        Console.WriteLine(
            $"2^24 floats, {threads} threads: copying {copying / 1e6:F2} ms; ten operations {tenTime / 1e6:F2} ms "
            + $"({copying / tenTime:F2} of its speed), GELU by tanh {geluTime / 1e6:F2} ms ({copying / geluTime:F2})");
        NativeMemory.AlignedFree(source);
        NativeMemory.AlignedFree(destination);
    }

    private static Tensor TenOperations(Tensor a, Tensor b)
    {
        Tensor y = (a * b) - a;
        y = (y.Square() - b).Abs() * 0.5;
        return (y.Relu() + 1.5).Abs() * b;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TenOperationsByHand(float* a, float* b, float* result, int count)
    {
        for (int i = 0; i < count; i += Vector512<float>.Count)
        {
            Vector512<float> x = Vector512.Load(a + i), z = Vector512.Load(b + i);
            Vector512<float> y = (x * z) - x;
            y = Vector512.Abs((y * y) - z) * Vector512.Create(0.5f);
            y = Avx512F.IsSupported ? Avx512F.Max(Vector512<float>.Zero, y) : Vector512.Max(Vector512<float>.Zero, y);
            (Vector512.Abs(y + Vector512.Create(1.5f)) * z).Store(result + i);
        }
    }

    private static Tensor Gelu(Tensor x) => x * 0.5 * (1 + ((x + (x * x * x * 0.044715)) * 0.7978845608).Tanh());

    private static Replay Bind(Func<IReadOnlyList<Tensor>, Tensor> compute, params Shape[] inputs)
    {
        TensorSpec[] specs = [.. inputs.Select(shape => new TensorSpec(DType.Float32, shape))];
        Replay replay = new CompiledFunction(x => [compute(x)]).Bind(specs);
        for (int i = 0; i < specs.Length; i++)
        {
            replay.Input<float>(i).Fill(0.3f);
        }

        return replay;
    }

    private static float* Allocate(int count)
    {
        float* memory = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), 64);
        new Span<float>(memory, count).Fill(0.3f);
        return memory;
    }

    /// <summary>Nanoseconds; the smallest of many short measurements is what neighbours did not disturb.</summary>
    private static double Fastest(Action action)
    {
        // Until the runtime has recompiled what calls the code in question.
        Repeat(action, 300);
        Thread.Sleep(200);
        double guess = Math.Max(Time(() => Repeat(action, 100)) / 100, 1);
        int repetitions = (int)Math.Clamp(30_000 / guess, 1, 5000);
        double fastest = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            fastest = Math.Min(fastest, Time(() => Repeat(action, repetitions)) / repetitions);
        }

        return fastest;
    }

    private static void Repeat(Action action, int count)
    {
        for (int i = 0; i < count; i++)
        {
            action();
        }
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
