using Nabla.Backends.Cpu.Kernels.Normalization;

namespace Nabla.Tests.Backends.Cpu.Kernels.Normalization;

/// <summary>Every width of registers gives the bits of the others.</summary>
public sealed unsafe class ChannelLoopsTests
{
    private const int RowsOfTile = 16;

    private static readonly int[] s_widths = [512, 256, 128, 0];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 3)]
    [InlineData(17, 16)]
    [InlineData(50, 33)]
    [InlineData(75, 100)]
    public void MomentsAndSumsHaveOneSetOfBits(int rows, int channels)
    {
        Check<float>(DType.Float32, rows, channels);
        Check<double>(DType.Float64, rows, channels);
    }

    private static void Check<T>(DType dtype, int rows, int channels) where T : unmanaged
    {
        T[] x = Numbers<T>(dtype, rows * channels, 1), dy = Numbers<T>(dtype, rows * channels, 2);
        T[][] results =
        [
            .. s_widths.Select(bits =>
            {
                var results = new T[4 * channels];
                fixed (T* source = x, gradient = dy, mean = results)
                {
                    T* squares = mean + channels, sum = squares + channels, product = sum + channels;
                    ChannelLoops loops = ChannelLoops.Create(dtype, bits);
                    loops.Moments((byte*)source, rows, RowsOfTile, channels, (byte*)mean, (byte*)squares);
                    loops.Sums(
                        (byte*)source, (byte*)gradient, (byte*)mean, rows, RowsOfTile, channels, (byte*)sum,
                        (byte*)product);
                    loops.Join(3, (byte*)mean, (byte*)squares, 5, (byte*)sum, (byte*)product, channels);
                    loops.Add((byte*)sum, (byte*)product, channels);
                    loops.Scale((byte*)product, 1.0 / 3, channels);
                }

                return results;
            }),
        ];
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    private static T[] Numbers<T>(DType dtype, int count, int seed) where T : unmanaged =>
        Tensor.RandomNormal([count], seed, mean: 2, dtype: dtype).ToArray<T>();
}
