namespace Nabla.Tests.Layers;

public sealed class GlobalAveragePooling3DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new GlobalAveragePooling3D(), [4, 4, 5, 6, 2], [4, 2]);
        LayerCheck.Run(() => new GlobalAveragePooling3D(keepAxes: true), [4, 4, 5, 6, 2], [4, 1, 1, 1, 2]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 4, 5, 6, 2], 1);
        Assert.Equal(
            x.GlobalAveragePool().ToArray(), new GlobalAveragePooling3D().Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new GlobalAveragePooling3D(), 3);
        SpatialCheck.TakesNoExamples(new GlobalAveragePooling3D(), [0, 4, 5, 6, 2], [0, 2]);
    }
}
