namespace Nabla.Tests.Layers;

public sealed class PixelShuffleTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new PixelShuffle(2), [4, 3, 2, 8], [4, 6, 4, 2]);

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 3, 2, 8], 1);
        Assert.Equal(x.PixelShuffle(2).ToArray(), new PixelShuffle(2).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.Refuses("factor", () => new PixelShuffle(0));
        Assert.Contains(
            "PixelShuffle in layer 'last'",
            Assert.Throws<ShapeMismatchException>(
                () => new PixelShuffle(2) { Name = "last" }
                    .Apply(Tensor.Zeros([1, 3, 2, 6]), CallContext.Inference)).Message);
    }
}
