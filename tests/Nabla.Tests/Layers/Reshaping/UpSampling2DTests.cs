namespace Nabla.Tests.Layers;

public sealed class UpSampling2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new UpSampling2D(2), [4, 4, 5, 3], [4, 8, 10, 3]);
        LayerCheck.Run(() => new UpSampling2D([2, 3], Interpolation.Bilinear), [4, 4, 5, 3], [4, 8, 15, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 4, 5, 3], 1);
        Assert.Equal(x.UpSample(2).ToArray(), new UpSampling2D(2).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new UpSampling2D(2), 2);
        SpatialCheck.TakesNoExamples(new UpSampling2D(2), [0, 4, 5, 3], [0, 8, 10, 3]);
        SpatialCheck.Refuses("size", () => new UpSampling2D(0));
    }
}
