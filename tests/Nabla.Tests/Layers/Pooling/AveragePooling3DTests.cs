namespace Nabla.Tests.Layers;

public sealed class AveragePooling3DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new AveragePooling3D(2), [4, 4, 5, 6, 2], [4, 2, 2, 3, 2]);
        LayerCheck.Run(() => new AveragePooling3D(3, 2, Padding.Same), [4, 4, 5, 6, 2], [4, 2, 3, 3, 2]);
        LayerCheck.Run(
            () => new AveragePooling3D([3, 3, 3], 2, 1, countPadding: true), [4, 4, 5, 6, 2], [4, 2, 3, 3, 2]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 4, 5, 6, 2], 1);
        Assert.Equal(
            x.AveragePool(3, 2, Padding.Same.With(PaddingMode.Replicate)).ToArray(),
            new AveragePooling3D(3, 2, Padding.Same.With(PaddingMode.Replicate))
                .Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new AveragePooling3D(2), 3);
        SpatialCheck.RefusesOnePixel(new AveragePooling3D(2) { Name = "pool" }, 3);
        SpatialCheck.TakesNoExamples(new AveragePooling3D(2), [0, 4, 5, 6, 2], [0, 2, 2, 3, 2]);
        SpatialCheck.Refuses("poolSize", () => new AveragePooling3D([2, 2, 2, 2]));
        SpatialCheck.Refuses("strides", () => new AveragePooling3D(2, 0));
        SpatialCheck.Refuses("padding", () => new AveragePooling3D(2, padding: Padding.Of(1, 1, 1, 1)));
    }
}
