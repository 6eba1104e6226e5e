namespace Nabla.Tests.Layers;

public sealed class AdaptiveAveragePooling1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new AdaptiveAveragePooling1D(3), [4, 9, 3], [4, 3, 3]);
        LayerCheck.Run(() => new AdaptiveAveragePooling1D([2]), [4, 9, 3], [4, 2, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 9, 3], 1);
        Assert.Equal(
            x.AdaptiveAveragePool(2).ToArray(),
            new AdaptiveAveragePooling1D(2).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new AdaptiveAveragePooling1D(2), 1);
        SpatialCheck.TakesNoExamples(new AdaptiveAveragePooling1D(2), [0, 9, 3], [0, 2, 3]);
        SpatialCheck.Refuses("outputSize", () => new AdaptiveAveragePooling1D(0));
    }
}
