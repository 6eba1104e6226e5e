using Nabla.Backends.Cpu.Kernels.Normalization;

namespace Nabla.Tests.Backends.Cpu.Kernels.Normalization;

/// <summary>Every width of registers gives the bits of the others.</summary>
public sealed unsafe class RowLoopsTests
{
    private static readonly int[] s_widths = [512, 256, 128, 0];

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(1000)]
    public void RowsHaveOneSetOfBits(int features)
    {
        foreach (bool isCentered in new[] { false, true })
        {
            Check<float>(DType.Float32, features, isCentered);
            Check<double>(DType.Float64, features, isCentered);
        }
    }

    private static void Check<T>(DType dtype, int features, bool isCentered) where T : unmanaged
    {
        T[] x = Numbers<T>(dtype, features, 1), scale = Numbers<T>(dtype, features, 2);
        T[] dy = Numbers<T>(dtype, features, 3), offset = Numbers<T>(dtype, features, 4);
        T[][] results =
        [
            .. s_widths.Select(bits =>
            {
                var results = new T[(4 * features) + 2];
                fixed (T* source = x, factor = scale, gradient = dy, summand = offset, y = results)
                {
                    T* dx = y + features, dscale = dx + features, doffset = dscale + features;
                    T* mean = doffset + features;
                    RowLoops loops = RowLoops.Create(dtype, bits);
                    loops.Normalize(
                        (byte*)source, (byte*)factor, isCentered ? (byte*)summand : null, features, 0.01, (byte*)y,
                        (byte*)(mean + 1), isCentered ? (byte*)mean : null);
                    loops.Gradient(
                        (byte*)source, (byte*)factor, (byte*)gradient, (byte*)(mean + 1),
                        isCentered ? (byte*)mean : null, features, (byte*)dx, (byte*)dscale,
                        isCentered ? (byte*)doffset : null);
                }

                return results;
            }),
        ];
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    private static T[] Numbers<T>(DType dtype, int count, int seed) where T : unmanaged =>
        Tensor.RandomNormal([count], seed, mean: 2, dtype: dtype).ToArray<T>();
}
