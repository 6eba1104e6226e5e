namespace Nabla.Tests.Layers.Convolution;

public sealed class SeparableConv1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new SeparableConv1D(4, 3), [2, 7, 3], [2, 5, 4]);
        LayerCheck.Run(() => new SeparableConv1D(4, 3, padding: Padding.Same), [2, 7, 3], [2, 7, 4]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        1,
        ConvolutionCheck.Golden(
            "separable_conv_1d",
            item => new SeparableConv1D(
                item.Whole("filters"), item.Numbers("size"), item.Numbers("strides"), item.Padding(),
                item.Numbers("dilations"), item.Whole("multiplier"))));
}
