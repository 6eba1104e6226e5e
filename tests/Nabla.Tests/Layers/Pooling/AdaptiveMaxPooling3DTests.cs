namespace Nabla.Tests.Layers;

public sealed class AdaptiveMaxPooling3DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new AdaptiveMaxPooling3D(3), [4, 4, 5, 6, 2], [4, 3, 3, 3, 2]);
        LayerCheck.Run(() => new AdaptiveMaxPooling3D([2, 3, 4]), [4, 4, 5, 6, 2], [4, 2, 3, 4, 2]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 4, 5, 6, 2], 1);
        Assert.Equal(
            x.AdaptiveMaxPool(2).ToArray(), new AdaptiveMaxPooling3D(2).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new AdaptiveMaxPooling3D(2), 3);
        SpatialCheck.TakesNoExamples(new AdaptiveMaxPooling3D(2), [0, 4, 5, 6, 2], [0, 2, 2, 2, 2]);
        SpatialCheck.Refuses("outputSize", () => new AdaptiveMaxPooling3D(0));
    }
}
