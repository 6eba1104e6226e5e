using Nabla.Testing;

namespace Nabla.Tests.Ops.Convolution;

public sealed class ConvInputGradientTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(3, 1, 1)]
    public void Proof(int stride, int dilation, int groups) => OpCheck.Run(
        x => Gradient.Of((x[0].Conv(x[1], [stride], 1, [dilation], groups) * x[2]).Sum(), x[0])[0],
        [
            new([2, 6, 5, 2]), new([3, 2, 2 / groups, 4]),
            new(Tensor.Zeros(2, 6, 5, 2)
                .Conv(Tensor.Zeros(3, 2, 2 / groups, 4), [stride], 1, [dilation], groups).Shape),
        ],
        new() { ToleranceFactor = 10 });

    [Fact]
    public void ItIsTheTransposedConvolution()
    {
        Tensor x = Tensor.RandomNormal([2, 5, 7, 3], 1), w = Tensor.RandomNormal([3, 3, 3, 4], 2);
        Tensor y = x.Conv(w, [2], 1), dy = Tensor.RandomNormal(y.Shape, 3);
        Assert.Equal(
            dy.ConvTranspose(w, [2], 1).ToArray(), Gradient.Of((y * dy).Sum(), x)[0].ToArray());
    }
}
