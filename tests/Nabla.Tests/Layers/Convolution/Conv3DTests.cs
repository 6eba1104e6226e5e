namespace Nabla.Tests.Layers.Convolution;

public sealed class Conv3DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Conv3D(4, 2), [2, 3, 4, 5, 3], [2, 2, 3, 4, 4]);
        LayerCheck.Run(() => new Conv3D(2, [1, 3, 3], padding: Padding.Same), [2, 2, 4, 4, 1], [2, 2, 4, 4, 2]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        2,
        ConvolutionCheck.Golden(
            "conv_3d",
            item => new Conv3D(
                item.Whole("filters"), item.Numbers("size"), item.Numbers("strides"), item.Padding(),
                item.Numbers("dilations"), item.Whole("groups"))));
}
