namespace Nabla.Tests.Layers.Convolution;

public sealed class Conv1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Conv1D(4, 3), [2, 7, 3], [2, 5, 4]);
        LayerCheck.Run(() => new Conv1D(4, 3, 2, Padding.Causal), [2, 7, 3], [2, 4, 4]);
        LayerCheck.Run(() => new Conv1D(4, 3, dilations: 2, groups: 2), [2, 7, 2], [2, 3, 4]);
    }

    [Fact]
    public void ComputesWhatPyTorchComputes() => Assert.Equal(
        4,
        ConvolutionCheck.Golden(
            "conv_1d",
            item => new Conv1D(
                item.Whole("filters"), item.Numbers("size"), item.Numbers("strides"), item.Padding(),
                item.Numbers("dilations"), item.Whole("groups"))));
}
