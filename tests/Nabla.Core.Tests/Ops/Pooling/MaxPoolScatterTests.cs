using Nabla.Testing;

namespace Nabla.Tests.Ops.Pooling;

public sealed class MaxPoolScatterTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 3)]
    public void Proof(long size, long stride)
    {
        Axes<AxisTaps> taps = PoolingWindow.Over("Test", Tensor.Zeros(2, 7, 6, 3), size, stride, 1).Taps;
        Shape windows = TapShapes.Infer("Test", Tensor.Zeros(2, 7, 6, 3), taps).Shape;
        OpCheck.Run(
            x => new MaxPoolScatterOp(taps).Apply(x[0], x[1]),
            [CheckInput.Indices(windows, size * size, DType.UInt8), new CheckInput(windows)]);
    }

    [Fact]
    public void PixelsOfManyWindowsAddTheirGradientsUp()
    {
        Tensor x = Tensor.From<float>([1, 5, 2, 5, 0], [1, 5, 1]);
        Tensor weights = Tensor.From<float>([1, 10, 100], [1, 3, 1]);
        Tensor gradient = Gradient.Of((x.MaxPool(3, 1) * weights).Sum(), x)[0];

        // Of the equal fives in the first two windows, the first has all of it.
        Assert.Equal([0, 11, 0, 100, 0], gradient.ToArray());
    }
}
