namespace Nabla.Tests.Layers;

public sealed class GlobalAveragePooling1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new GlobalAveragePooling1D(), [4, 9, 3], [4, 3]);
        LayerCheck.Run(() => new GlobalAveragePooling1D(keepAxes: true), [4, 9, 3], [4, 1, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 9, 3], 1);
        Assert.Equal(
            x.GlobalAveragePool().ToArray(), new GlobalAveragePooling1D().Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new GlobalAveragePooling1D(), 1);
        SpatialCheck.TakesNoExamples(new GlobalAveragePooling1D(), [0, 9, 3], [0, 3]);
    }
}
