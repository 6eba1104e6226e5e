namespace Nabla.Tests.Layers.Convolution;

public sealed class Conv1DTransposeTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Conv1DTranspose(4, 3, 2), [2, 5, 3], [2, 11, 4]);
        LayerCheck.Run(() => new Conv1DTranspose(4, 3, 2, 1, 1), [2, 5, 3], [2, 10, 4]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        2,
        ConvolutionCheck.Golden(
            "conv_1d_transpose",
            item => new Conv1DTranspose(
                item.Whole("filters"), item.Numbers("size"), item.Numbers("strides"), item.Padding(),
                item.Numbers("output_padding"), item.Numbers("dilations"), item.Whole("groups"))));
}
