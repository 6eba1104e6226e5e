namespace Nabla.Tests.Layers;

public sealed class UpSampling1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new UpSampling1D(2), [4, 5, 3], [4, 10, 3]);
        LayerCheck.Run(() => new UpSampling1D([2], Interpolation.Bilinear), [4, 5, 3], [4, 10, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 5, 3], 1);
        Assert.Equal(x.UpSample(2).ToArray(), new UpSampling1D(2).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new UpSampling1D(2), 1);
        SpatialCheck.TakesNoExamples(new UpSampling1D(2), [0, 5, 3], [0, 10, 3]);
        SpatialCheck.Refuses("size", () => new UpSampling1D(0));
    }
}
