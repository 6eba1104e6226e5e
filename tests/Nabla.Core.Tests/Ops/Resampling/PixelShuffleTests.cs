using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Resampling;

public sealed class PixelShuffleTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].PixelShuffle(2), [new CheckInput([2, 3, 2, 8])]);

    [Theory]
    [Golden("pixel_shuffle")]
    public void MatchesPyTorch(string name) =>
        GoldenCheck.Run(name, (golden, input) => input("x").PixelShuffle(golden.Integer("factor")));

    [Fact]
    public void SequencesAndVolumesAreShuffledToo()
    {
        Assert.Equal([0, 2, 1, 3, 4, 6, 5, 7], Tensor.Arange(0, 8).Reshape(1, 2, 4)
            .PixelShuffle(2).ToArray<int>());
        Assert.Equal([1, 4, 6, 8, 3], Tensor.Zeros(1, 2, 3, 4, 24).PixelShuffle(2).Shape);
    }

    [Fact]
    public void ChannelsThatMakeNoBlockAreRefused() => Assert.Contains(
        "let the layer before give 4, 8, … channels",
        Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(1, 2, 2, 6).PixelShuffle(2)).Message);
}
