namespace Nabla.Tests.Layers;

public sealed class UpSampling3DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new UpSampling3D(2), [4, 2, 3, 2, 1], [4, 4, 6, 4, 1]);
        LayerCheck.Run(() => new UpSampling3D([2, 3, 4], Interpolation.Bilinear), [4, 2, 1, 2, 1], [4, 4, 3, 8, 1]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 3, 4, 5, 2], 1);
        Assert.Equal(x.UpSample(2).ToArray(), new UpSampling3D(2).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new UpSampling3D(2), 3);
        SpatialCheck.TakesNoExamples(new UpSampling3D(2), [0, 3, 4, 5, 2], [0, 6, 8, 10, 2]);
        SpatialCheck.Refuses("size", () => new UpSampling3D(0));
    }
}
