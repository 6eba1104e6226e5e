using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Kernels.Fused;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Kernels.Fused;

/// <summary>Every width of registers gives the bits of the others.</summary>
public sealed unsafe class SoftmaxLoopsTests
{
    private const int Rows = 19;

    private static readonly SoftmaxLoops[] s_widths =
    [
        new SoftmaxLoops<Simd512<float>, Vector512<float>, float>(),
        new SoftmaxLoops<Simd256<float>, Vector256<float>, float>(),
        new SoftmaxLoops<Simd128<float>, Vector128<float>, float>(),
        new SoftmaxLoops<SimdScalar<float>, float, float>(),
    ];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(32, 1)]
    [InlineData(33, 1)]
    [InlineData(250, 1)]
    [InlineData(1000, 1)]
    [InlineData(7, 21)]
    [InlineData(40, 5)]
    public void SoftmaxHasOneSetOfBits(int extent, int inner)
    {
        float[] x = Numbers(Rows * extent * inner);
        foreach (bool isLogarithm in new[] { false, true })
        {
            float[][] results = Run(x.Length, (loops, y) =>
            {
                fixed (float* source = x, target = y)
                {
                    loops.Softmax((byte*)source, (byte*)target, 0, Rows, extent, inner, isLogarithm);
                }
            });
            Assert.All(results, result => Assert.Equal(results[0], result));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(33)]
    [InlineData(1000)]
    public void CrossEntropyHasOneSetOfBits(int classes)
    {
        float[] x = Numbers(Rows * classes), scale = Numbers(Rows);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row % classes)];
        float[][] results = Run((2 * Rows) + x.Length, (loops, y) =>
        {
            fixed (float* source = x, factor = scale, target = y)
            fixed (int* label = labels)
            {
                var all = new Labels((nint)label, isWide: false);
                loops.CrossEntropy((byte*)source, all, (byte*)target, (byte*)(target + Rows), 0, Rows, classes);
                loops.CrossEntropyGradient(
                    (byte*)source, all, (byte*)(target + Rows), (byte*)factor,
                    (byte*)(target + (2 * Rows)), 0, Rows, classes);
            }
        });
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    private static float[][] Run(int length, Action<SoftmaxLoops, float[]> run) =>
    [
        .. s_widths.Select(loops =>
        {
            var y = new float[length];
            run(loops, y);
            return y;
        }),
    ];

    private static float[] Numbers(int count) => Tensor.RandomNormal([count], 5, deviation: 3).ToArray();
}
