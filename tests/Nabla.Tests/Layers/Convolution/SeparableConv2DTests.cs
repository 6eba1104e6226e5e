namespace Nabla.Tests.Layers.Convolution;

public sealed class SeparableConv2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new SeparableConv2D(4, 3), [2, 5, 6, 3], [2, 3, 4, 4]);
        LayerCheck.Run(() => new SeparableConv2D(5, 3, 2, Padding.Same, 1, 2), [2, 5, 6, 3], [2, 3, 3, 5]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        2,
        ConvolutionCheck.Golden(
            "separable_conv_2d",
            item => new SeparableConv2D(
                item.Whole("filters"), item.Numbers("size"), item.Numbers("strides"), item.Padding(),
                item.Numbers("dilations"), item.Whole("multiplier"))));
}
