namespace Nabla.Tests.Layers;

public sealed class GlobalMaxPooling3DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new GlobalMaxPooling3D(), [4, 4, 5, 6, 2], [4, 2]);
        LayerCheck.Run(() => new GlobalMaxPooling3D(keepAxes: true), [4, 4, 5, 6, 2], [4, 1, 1, 1, 2]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 4, 5, 6, 2], 1);
        Assert.Equal(
            x.GlobalMaxPool().ToArray(), new GlobalMaxPooling3D().Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new GlobalMaxPooling3D(), 3);
        SpatialCheck.TakesNoExamples(new GlobalMaxPooling3D(), [0, 4, 5, 6, 2], [0, 2]);
    }
}
