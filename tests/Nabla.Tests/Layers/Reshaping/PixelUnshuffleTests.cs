namespace Nabla.Tests.Layers;

public sealed class PixelUnshuffleTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new PixelUnshuffle(2), [4, 6, 4, 2], [4, 3, 2, 8]);

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 6, 4, 2], 1);
        Assert.Equal(x.PixelUnshuffle(2).ToArray(), new PixelUnshuffle(2).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.Refuses("factor", () => new PixelUnshuffle(0));
        Assert.Contains(
            "PixelUnshuffle in layer 'last'",
            Assert.Throws<ShapeMismatchException>(
                () => new PixelUnshuffle(2) { Name = "last" }
                    .Apply(Tensor.Zeros([1, 3, 2, 6]), CallContext.Inference)).Message);
    }
}
