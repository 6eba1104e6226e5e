using Nabla.Backends.Cpu.Kernels.Convolution;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Graph;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

public sealed class ConvChoiceTests
{
    // The layers that networks are made of: batch, extent, channels, filters, size, stride, groups.
    [Theory]
    [InlineData(64, 28, 1, 32, 3, 1, 1, "lines", "patches", "sums of lines")]
    [InlineData(1, 224, 3, 64, 3, 1, 1, "lines", "patches", "sums of lines")]
    [InlineData(1, 224, 3, 64, 7, 2, 1, "patches", "phases of patches", "sums of lines")]
    [InlineData(1, 112, 32, 32, 3, 1, 32, "depthwise", "depthwise", "depthwise sums")]
    [InlineData(1, 112, 96, 96, 3, 2, 96, "depthwise", "depthwise", "depthwise sums")]
    [InlineData(16, 32, 64, 64, 3, 1, 1, "Winograd", "Winograd", "Winograd")]
    [InlineData(16, 8, 256, 256, 3, 1, 1, "Winograd by columns", "Winograd by columns", "Winograd")]
    [InlineData(1, 7, 512, 512, 3, 1, 1, "patches", "patches", "transposed patches")]
    [InlineData(16, 32, 64, 128, 3, 2, 1, "patches", "phases of patches", "transposed patches")]
    [InlineData(16, 32, 64, 64, 5, 1, 1, "patches", "patches", "transposed patches")]
    [InlineData(16, 32, 64, 64, 3, 1, 4, "patches", "patches", "transposed patches")]
    [InlineData(16, 32, 16, 16, 3, 1, 4, "lines", "lines", "sums of lines")]
    public void ShapesDecide(
        int batch, int extent, int channels, int filters, int size, int stride, int groups, string forward,
        string inputGradient, string kernelGradient)
    {
        Shape image = [batch, extent, extent, channels];
        SlidingWindow window = SlidingWindow.Over("Test", image, [size, size], [stride], Padding.Same);
        Shape result = Shape.Create([batch, .. window.ResultOf("Test", image), filters]);
        Shape kernel = [size, size, channels / groups, filters];

        var back = new ConvInputGradientOp(window, groups, [extent, extent]);
        Assert.Equal(forward, NameOf<float>(new ConvOp(window, groups), image, kernel, result));
        Assert.Equal(inputGradient, NameOf<float>(back, result, kernel, image));
        Assert.Equal(kernelGradient, NameOf<float>(new ConvKernelGradientOp(window, groups), image, result, kernel));
    }

    [Fact]
    public void DoublePrecisionStaysWithPlainSums()
    {
        Shape image = [16, 32, 32, 64], kernel = [3, 3, 64, 64];
        SlidingWindow window = SlidingWindow.Over("Test", image, [3, 3], [], Padding.Same);
        Assert.Equal("patches", NameOf<double>(new ConvOp(window, 1), image, kernel, image));
        Assert.Equal("transposed patches", NameOf<double>(new ConvKernelGradientOp(window, 1), image, image, kernel));
    }

    [Fact]
    public void FrozenKernelsDoNotChangeTheChoice()
    {
        foreach (long extent in new long[] { 4, 7, 14, 28, 56 })
        {
            foreach (long channels in new long[] { 16, 64, 256, 512 })
            {
                Shape image = [1, extent, extent, channels], kernel = [3, 3, channels, channels];
                var op = new ConvOp(SlidingWindow.Over("Test", image, [3, 3], [], Padding.Same), 1);
                Assert.Equal(
                    NameOf<float>(op, image, kernel, image), NameOf<float>(op, image, kernel, image, isFrozen: true));
            }
        }
    }

    private static string NameOf<T>(ContractionOp op, Shape a, Shape b, Shape result, bool isFrozen = false)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        DType type = typeof(T) == typeof(float) ? DType.Float32 : DType.Float64;
        var plan = new ContractionPlan(
            null, op, Of(0, a), Of(1, b), new TensorSpec(type, result), Of(2, result), null, 0);
        return ConvChoice.Of<T>(plan, WorkerTeam.Shared, null, isFrozen).Name;

        Operand Of(int slot, Shape shape) => new(slot, type, Layout.Contiguous(shape));
    }
}
