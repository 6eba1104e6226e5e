namespace Nabla.Tests.Layers.Convolution;

public sealed class DepthwiseConv2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new DepthwiseConv2D(3), [2, 5, 6, 3], [2, 3, 4, 3]);
        LayerCheck.Run(
            () => new DepthwiseConv2D([3, 5], 2, Padding.Same, 2, activation: Activation.Relu6),
            [2, 5, 6, 3], [2, 3, 3, 6]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        3,
        ConvolutionCheck.Golden(
            "depthwise_conv_2d",
            item => new DepthwiseConv2D(
                item.Numbers("size"), item.Numbers("strides"), item.Padding(), item.Whole("multiplier"),
                item.Numbers("dilations"))));
}
