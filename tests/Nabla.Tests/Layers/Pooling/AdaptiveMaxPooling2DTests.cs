namespace Nabla.Tests.Layers;

public sealed class AdaptiveMaxPooling2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new AdaptiveMaxPooling2D(3), [4, 8, 9, 3], [4, 3, 3, 3]);
        LayerCheck.Run(() => new AdaptiveMaxPooling2D([2, 3]), [4, 8, 9, 3], [4, 2, 3, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 8, 9, 3], 1);
        Assert.Equal(
            x.AdaptiveMaxPool(2).ToArray(), new AdaptiveMaxPooling2D(2).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new AdaptiveMaxPooling2D(2), 2);
        SpatialCheck.TakesNoExamples(new AdaptiveMaxPooling2D(2), [0, 8, 9, 3], [0, 2, 2, 3]);
        SpatialCheck.Refuses("outputSize", () => new AdaptiveMaxPooling2D(0));
    }
}
