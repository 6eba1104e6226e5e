using Nabla.Backends.Cpu;
using Nabla.Backends.Cpu.Threads;
using Nabla.Backends.Reference;

namespace Nabla.Tests.Backends.Cpu.Programs;

/// <summary>Computes the same tensor on the processor and by the definitions of its operations.</summary>
internal static class BothBackends
{
    /// <summary>
    /// Asserts that both give the same numbers, the first runs interpreted, the later ones as emitted code.
    /// </summary>
    public static void Agree(Func<Tensor> compute, double tolerance = 2e-6)
    {
        double[] expected;
        using (Device.Use(ReferenceBackend.Instance))
        {
            expected = Numbers(compute());
        }

        using (Device.Use(CpuBackend.Instance))
        {
            for (int run = 0; run < 4; run++)
            {
                double[] actual = Numbers(compute());
                Assert.Equal(expected.Length, actual.Length);
                for (int i = 0; i < actual.Length; i++)
                {
                    Assert.True(
                        IsClose(expected[i], actual[i], tolerance),
                        $"[{i}] is {actual[i]:R}, not {expected[i]:R} (run {run})");
                }
            }
        }
    }

    /// <summary>Asserts that one, two and three threads give the same bits.</summary>
    public static void AgreeOnThreads(Func<Tensor> compute)
    {
        byte[]? first = null;
        for (int threads = 1; threads <= 3; threads++)
        {
            using var team = new WorkerTeam(threads);
            using (Device.Use(new CpuBackend(team)))
            {
                for (int run = 0; run < 4; run++)
                {
                    byte[] bits = Bits(compute());
                    first ??= bits;
                    Assert.Equal(first, bits);
                }
            }
        }
    }

    /// <summary>Numbers from −3 to 3 without pattern.</summary>
    public static Tensor Values(Shape shape, int seed)
    {
        var random = new Random(seed);
        var values = new float[shape.ElementCount];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (random.NextSingle() * 6) - 3;
        }

        return Tensor.From(values, shape);
    }

    public static double[] Numbers(Tensor tensor) => tensor.DType switch
    {
        DType.Float32 => [.. tensor.ToArray<float>().Select(value => (double)value)],
        DType.Float64 => tensor.ToArray<double>(),
        DType.Int32 => [.. tensor.ToArray<int>().Select(value => (double)value)],
        DType.Int64 => [.. tensor.ToArray<long>().Select(value => (double)value)],
        DType.UInt8 => [.. tensor.ToArray<byte>().Select(value => (double)value)],
        _ => [.. tensor.ToArray<bool>().Select(value => value ? 1.0 : 0.0)],
    };

    private static byte[] Bits(Tensor tensor)
    {
        tensor.Evaluate();
        var bits = new byte[tensor.Spec.ByteCount];
        tensor.Storage!.CopyTo(bits);
        return bits;
    }

    private static bool IsClose(double expected, double actual, double tolerance) =>
        expected.Equals(actual)
        || expected == actual
        || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected));
}
