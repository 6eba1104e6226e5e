namespace Nabla.Tests.Layers;

public sealed class GlobalAveragePooling2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new GlobalAveragePooling2D(), [4, 8, 9, 3], [4, 3]);
        LayerCheck.Run(() => new GlobalAveragePooling2D(keepAxes: true), [4, 8, 9, 3], [4, 1, 1, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 8, 9, 3], 1);
        Assert.Equal(
            x.GlobalAveragePool().ToArray(), new GlobalAveragePooling2D().Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new GlobalAveragePooling2D(), 2);
        SpatialCheck.TakesNoExamples(new GlobalAveragePooling2D(), [0, 8, 9, 3], [0, 3]);
    }
}
