namespace Nabla.Tests.Layers;

public sealed class Padding1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Padding1D(1), [4, 5, 3], [4, 7, 3]);
        LayerCheck.Run(
            () => new Padding1D(Padding.Of([1], [2]).With(PaddingMode.Reflect)), [4, 5, 3], [4, 8, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 5, 3], 1);
        Padding padding = Padding.Of([1], [2]).With(PaddingMode.Replicate);
        Assert.Equal(
            x.Pad([0, 1, 0], [0, 2, 0], PaddingMode.Replicate).ToArray(),
            new Padding1D(padding).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new Padding1D(2), 1);
        SpatialCheck.TakesNoExamples(new Padding1D(1), [0, 5, 3], [0, 7, 3]);
        SpatialCheck.Refuses("padding", () => new Padding1D(Padding.Same));
        SpatialCheck.Refuses("padding", () => new Padding1D(Padding.Of(1, 1)));
        SpatialCheck.Refuses("padding", () => new Padding1D(null!));
    }
}
