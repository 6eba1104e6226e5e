namespace Nabla.Tests.Layers.Convolution;

public sealed class Conv3DTransposeTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Conv3DTranspose(2, 2, 2), [2, 2, 3, 2, 3], [2, 4, 6, 4, 2]);
        LayerCheck.Run(() => new Conv3DTranspose(2, 3, groups: 2), [2, 1, 2, 2, 2], [2, 3, 4, 4, 2]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        1,
        ConvolutionCheck.Golden(
            "conv_3d_transpose",
            item => new Conv3DTranspose(
                item.Whole("filters"), item.Numbers("size"), item.Numbers("strides"), item.Padding(),
                item.Numbers("output_padding"), item.Numbers("dilations"), item.Whole("groups"))));
}
