using System.Runtime.InteropServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Kernels.Convolution;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// A convolution of three by three elements with operands, its results in float64, and its algorithms.
/// </summary>
internal sealed unsafe class WinogradCase : IDisposable
{
    private readonly SlidingWindow _window;
    private readonly Shape _image;
    private readonly Shape _result;
    private readonly GuardedFloats _x;
    private readonly GuardedFloats _w;
    private readonly GuardedFloats _dy;

    public WinogradCase(int images, int lines, int columns, int channels, int filters, Padding padding)
    {
        _image = [images, lines, columns, channels];
        _window = SlidingWindow.Over(nameof(WinogradCase), _image, [3, 3], [], padding);
        _result = Shape.Create([images, .. _window.ResultOf(nameof(WinogradCase), _image), filters]);
        var random = new System.Random(HashCode.Combine(lines, 31 * columns, 17 * channels) & 0xFFFF);
        _x = GuardedFloats.Normal(_image.ElementCount, random);
        _w = GuardedFloats.Normal(9L * channels * filters, random);
        _dy = GuardedFloats.Normal(_result.ElementCount, random);
    }

    public long ResultRows => _result.ElementCount / _result[-1];

    public long ImageRows => _image.ElementCount / _image[-1];

    private int Channels => (int)_image[-1];

    private int Filters => (int)_result[-1];

    public float[] Forward(
        WorkerTeam team, bool byColumns, BlockEpilogue? epilogue = null, bool keeps = true, bool isFrozen = false)
    {
        var tiles = WinogradTiles.OfImages(_window, _image, _result);
        ConvAlgorithm<float> algorithm = byColumns
            ? new WinogradColumns(tiles, Channels, Filters, isTurned: false, team, epilogue)
            : new WinogradProduct(tiles, Channels, Filters, isTurned: false, isFrozen, team, epilogue);
        return Run(algorithm, _x, _w, keeps ? _result.ElementCount : 0);
    }

    public float[] InputGradient(
        WorkerTeam team, bool byColumns, BlockEpilogue? epilogue = null, bool keeps = true, bool isFrozen = false)
    {
        var tiles = WinogradTiles.OfGradients(_window, _image, _result);
        ConvAlgorithm<float> algorithm = byColumns
            ? new WinogradColumns(tiles, Filters, Channels, isTurned: true, team, epilogue)
            : new WinogradProduct(tiles, Filters, Channels, isTurned: true, isFrozen, team, epilogue);
        return Run(algorithm, _dy, _w, keeps ? _image.ElementCount : 0);
    }

    /// <summary>Puts a number into the image.</summary>
    public void SetPixel(int line, int column, int channel, float value) =>
        _x.Values[(int)((((line * _image[2]) + column) * _image[3]) + channel)] = value;

    public float[] KernelGradient(WorkerTeam team, BlockEpilogue? epilogue = null, bool keeps = true) => Run(
        new WinogradGradient(WinogradTiles.OfImages(_window, _image, _result), Channels, Filters, team, epilogue),
        _x, _dy, keeps ? 9L * Channels * Filters : 0);

    public double[] ForwardInFloat64() => Sum(
        _result.ElementCount, (sums, image, tap, result) => sums[result] += _x[image] * _w[tap]);

    public double[] InputGradientInFloat64() => Sum(
        _image.ElementCount, (sums, image, tap, result) => sums[image] += _dy[result] * _w[tap]);

    public double[] KernelGradientInFloat64() => Sum(
        9L * Channels * Filters, (sums, image, tap, result) => sums[tap] += _x[image] * _dy[result]);

    /// <summary>The largest error, as part of the largest number there should be.</summary>
    public static double Error(float[] actual, double[] expected)
    {
        double largest = 0, error = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(expected[i]));
            error = Math.Max(error, Math.Abs(actual[i] - expected[i])); // which keeps what is no number
        }

        return error / Math.Max(largest, 1e-30);
    }

    /// <summary>The largest difference, as part of the largest number.</summary>
    public static double Difference(float[] actual, float[] expected) =>
        Error(actual, [.. expected.Select(value => (double)value)]);

    public void Dispose()
    {
        _x.Dispose();
        _w.Dispose();
        _dy.Dispose();
    }

    private static float[] Run(
        ConvAlgorithm<float> algorithm, GuardedFloats a, GuardedFloats b, long elements)
    {
        using var result = new GuardedFloats(elements);
        nuint bytes = (nuint)algorithm.WorkspaceBytes;
        var workspace = (byte*)NativeMemory.AlignedAlloc(bytes + 64, 64);
        try
        {
            // Nothing may depend on what was there before, or be written beyond what was asked for.
            NativeMemory.Fill(workspace, bytes + 64, 0xFF);
            float* to = elements == 0 ? null : result.First;
            if (algorithm.Form is { } form)
            {
                using var prepared = new PreparedOperand(form.ByteCount);
                algorithm.Prepare(b.First, prepared.First);
                algorithm.Run(null, a.First, (float*)prepared.First, to, workspace);
            }
            else
            {
                algorithm.Run(null, a.First, b.First, to, workspace);
            }

            Assert.True(new ReadOnlySpan<byte>(workspace + bytes, 64).IndexOfAnyExcept((byte)0xFF) < 0);
        }
        finally
        {
            NativeMemory.AlignedFree(workspace);
        }

        Assert.True(result.IsIntact);
        return result.Values.ToArray();
    }

    private double[] Sum(long elements, Action<double[], long, long, long> add)
    {
        var sums = new double[elements];
        ConvTerms.Visit(_window, 1, _image, _result, (image, tap, result) => add(sums, image, tap, result));
        return sums;
    }
}
