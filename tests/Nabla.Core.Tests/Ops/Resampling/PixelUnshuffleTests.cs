using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Resampling;

public sealed class PixelUnshuffleTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].PixelUnshuffle(2), [new CheckInput([2, 4, 6, 3])]);

    [Theory]
    [Golden("pixel_unshuffle")]
    public void MatchesPyTorch(string name) =>
        GoldenCheck.Run(name, (golden, input) => input("x").PixelUnshuffle(golden.Integer("factor")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void UndoesShuffling(int rank)
    {
        Tensor x = Tensor.RandomNormal(Shape.Create([2, .. Enumerable.Range(2, rank).Select(e => (long)e), 16]), 1);
        Assert.Equal(x.ToArray(), x.PixelShuffle(2).PixelUnshuffle(2).ToArray());
    }

    [Fact]
    public void ExtentsThatMakeNoBlocksAreRefused() => Assert.Contains(
        "pad or crop",
        Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(1, 3, 2, 1).PixelUnshuffle(2)).Message);
}
