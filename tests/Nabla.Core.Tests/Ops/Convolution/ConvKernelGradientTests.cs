using Nabla.Testing;

namespace Nabla.Tests.Ops.Convolution;

public sealed class ConvKernelGradientTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(3, 1, 1)]
    public void Proof(int stride, int dilation, int groups) => OpCheck.Run(
        x => Gradient.Of((x[0].Conv(x[1], [stride], 1, [dilation], groups) * x[2]).Sum(), x[1])[0],
        [
            new([2, 6, 5, 2]), new([3, 2, 2 / groups, 4]),
            new(Tensor.Zeros(2, 6, 5, 2)
                .Conv(Tensor.Zeros(3, 2, 2 / groups, 4), [stride], 1, [dilation], groups).Shape),
        ],
        new() { ToleranceFactor = 10 });

    [Fact]
    public void OfOnesItCountsWhatTheWindowSees()
    {
        Tensor x = Tensor.Ones(1, 4, 4, 1), w = Tensor.Ones(3, 3, 1, 1);
        Tensor gradient = Gradient.Of(x.Conv(w, padding: 1).Sum(), w)[0];
        Assert.Equal([9f, 12, 9, 12, 16, 12, 9, 12, 9], gradient.ToArray());
    }
}
