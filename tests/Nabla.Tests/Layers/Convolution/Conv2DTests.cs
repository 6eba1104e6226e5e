namespace Nabla.Tests.Layers.Convolution;

public sealed class Conv2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Conv2D(4, 3), [2, 5, 6, 3], [2, 3, 4, 4]);
        LayerCheck.Run(() => new Conv2D(4, [3, 1], [1, 2], Padding.Same), [2, 5, 7, 3], [2, 5, 4, 4]);
        LayerCheck.Run(
            () => new Conv2D(
                4, 3, padding: 1, groups: 2, activation: Activation.Tanh, useBias: false,
                kernelInitializer: new HeNormal(), kernelRegularizer: new L2(0.01)),
            [2, 4, 4, 2], [2, 4, 4, 4]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        9,
        ConvolutionCheck.Golden(
            "conv_2d",
            item => new Conv2D(
                item.Whole("filters"), item.Numbers("size"), item.Numbers("strides"), item.Padding(),
                item.Numbers("dilations"), item.Whole("groups"))));

    [Fact]
    public void PaddingForOtherAxesIsRefusedAtOnce() => Assert.Equal("padding", Assert.Throws<ArgumentException>(
        () => new Conv2D(2, 3, padding: Padding.Of(1, 2, 3))).ParamName);
}
