namespace Nabla.Tests.Layers.Convolution;

public sealed class Conv2DTransposeTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Conv2DTranspose(4, 2, 2), [2, 3, 4, 3], [2, 6, 8, 4]);
        LayerCheck.Run(() => new Conv2DTranspose(4, 3, [2, 3], Padding.Same), [2, 3, 4, 3], [2, 6, 12, 4]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        3,
        ConvolutionCheck.Golden(
            "conv_2d_transpose",
            item => new Conv2DTranspose(
                item.Whole("filters"), item.Numbers("size"), item.Numbers("strides"), item.Padding(),
                item.Numbers("output_padding"), item.Numbers("dilations"), item.Whole("groups"))));
}
