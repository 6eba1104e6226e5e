using Nabla.Backends.Cpu.Kernels.Random;
using Nabla.Primitives;
using Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

namespace Nabla.Tests.Backends.Cpu.Kernels.Random;

/// <summary>Vector fills give the bits that the scalar definition gives, from any element on, on every width.</summary>
public sealed unsafe class RandomFillTests
{
    private const ulong Key = 0x0123456789abcdef;
    private const ulong Stream = 0xfedcba9876543210;

    /// <summary>Starts around borders of groups, of counter words and of everything.</summary>
    public static TheoryData<ulong, int> Parts => new()
    {
        { 0, 0 }, { 0, 1 }, { 0, 64 }, { 0, 257 }, { 1, 63 }, { 17, 200 }, { 63, 2 }, { 64, 128 }, { 1000003, 999 },
        { (1UL << 34) - 70, 200 }, { ulong.MaxValue - 300, 301 },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Fills_equal_the_definition(ulong start, int count)
    {
        float[] result = new float[count + 2];
        foreach (int width in KernelRunner.Widths)
        {
            Check<KeepWords>(
                width,
                start,
                count,
                result,
                element => BitConverter.UInt32BitsToSingle(Philox.Word(Key, Stream, element)));
            Check<UniformTransform>(width, start, count, result, element => Philox.UniformSingle(Key, Stream, element));
            Check<NormalTransform>(width, start, count, result, element => Philox.NormalSingle(Key, Stream, element));
        }
    }

    [Fact]
    public void Doubles_equal_the_definition()
    {
        double* values = stackalloc double[100];
        RandomFill.Uniform(Key, Stream, 29, values, 100);
        Assert.Equal(Philox.UniformDouble(Key, Stream, 29 + 99), values[99]);
        RandomFill.Normal(Key, Stream, 29, values, 100);
        Assert.Equal(Philox.NormalDouble(Key, Stream, 29 + 7), values[7]);
    }

    [Fact]
    public void Normals_have_the_moments_of_a_normal()
    {
        const int Count = 1 << 16;
        float[] values = new float[Count];
        fixed (float* destination = values)
        {
            RandomFill.Normal(Key, 0, 0, destination, Count);
        }

        double mean = values.Average(value => (double)value);
        double variance = values.Average(value => (value - mean) * (value - mean));
        double kurtosis = values.Average(value => Math.Pow(value - mean, 4)) / (variance * variance);
        Assert.InRange(mean, -0.02, 0.02);
        Assert.InRange(variance, 0.97, 1.03);
        Assert.InRange(kurtosis, 2.85, 3.15);
        Assert.InRange(values.Count(value => Math.Abs(value) > 1.959964) / (double)Count, 0.046, 0.054);
    }

    private static void Check<TTransform>(
        int width, ulong start, int count, float[] result, Func<ulong, float> definition)
        where TTransform : IWordTransform
    {
        Array.Fill(result, 99f);
        fixed (float* destination = result)
        {
            RandomFill.Fill<TTransform>(width, Key, Stream, start, destination + 1, count);
        }

        for (int i = 0; i < count; i++)
        {
            float expected = definition(start + (ulong)i);
            Assert.True(
                BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(result[i + 1]),
                $"{typeof(TTransform).Name}, {width} bits, {start} + {i}: {result[i + 1]:R}, not {expected:R}.");
        }

        Assert.Equal(99f, result[0]);
        Assert.Equal(99f, result[count + 1]);
    }
}
