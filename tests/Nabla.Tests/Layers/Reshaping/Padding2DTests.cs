namespace Nabla.Tests.Layers;

public sealed class Padding2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Padding2D(1), [4, 4, 5, 3], [4, 6, 7, 3]);
        LayerCheck.Run(
            () => new Padding2D(Padding.Of([1, 1], [2, 2]).With(PaddingMode.Reflect)), [4, 4, 5, 3], [4, 7, 8, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 4, 5, 3], 1);
        Padding padding = Padding.Of([1, 1], [2, 2]).With(PaddingMode.Replicate);
        Assert.Equal(
            x.Pad([0, 1, 1, 0], [0, 2, 2, 0], PaddingMode.Replicate).ToArray(),
            new Padding2D(padding).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new Padding2D(2), 2);
        SpatialCheck.TakesNoExamples(new Padding2D(1), [0, 4, 5, 3], [0, 6, 7, 3]);
        SpatialCheck.Refuses("padding", () => new Padding2D(Padding.Same));
        SpatialCheck.Refuses("padding", () => new Padding2D(Padding.Of(1, 1, 1)));
        SpatialCheck.Refuses("padding", () => new Padding2D(null!));
    }
}
