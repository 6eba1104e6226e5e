namespace Nabla.Tests.Layers;

public sealed class GlobalMaxPooling1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new GlobalMaxPooling1D(), [4, 9, 3], [4, 3]);
        LayerCheck.Run(() => new GlobalMaxPooling1D(keepAxes: true), [4, 9, 3], [4, 1, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 9, 3], 1);
        Assert.Equal(
            x.GlobalMaxPool().ToArray(), new GlobalMaxPooling1D().Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new GlobalMaxPooling1D(), 1);
        SpatialCheck.TakesNoExamples(new GlobalMaxPooling1D(), [0, 9, 3], [0, 3]);
    }
}
