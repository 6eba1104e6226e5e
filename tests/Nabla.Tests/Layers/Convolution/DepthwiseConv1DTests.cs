namespace Nabla.Tests.Layers.Convolution;

public sealed class DepthwiseConv1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new DepthwiseConv1D(3), [2, 7, 3], [2, 5, 3]);
        LayerCheck.Run(() => new DepthwiseConv1D(3, 2, Padding.Same, 2), [2, 7, 3], [2, 4, 6]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        2,
        ConvolutionCheck.Golden(
            "depthwise_conv_1d",
            item => new DepthwiseConv1D(
                item.Numbers("size"), item.Numbers("strides"), item.Padding(), item.Whole("multiplier"),
                item.Numbers("dilations"))));
}
