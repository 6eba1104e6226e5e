namespace Nabla.Tests.Layers;

public sealed class AveragePooling2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new AveragePooling2D(2), [4, 8, 9, 3], [4, 4, 4, 3]);
        LayerCheck.Run(() => new AveragePooling2D(), [4, 8, 9, 3], [4, 4, 4, 3]);
        LayerCheck.Run(() => new AveragePooling2D(3, 2, Padding.Same), [4, 8, 9, 3], [4, 4, 5, 3]);
        LayerCheck.Run(() => new AveragePooling2D([3, 3], [2, 2], 1, countPadding: true), [4, 8, 9, 3], [4, 4, 5, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 8, 9, 3], 1);
        Assert.Equal(
            x.AveragePool(3, 2, Padding.Same.With(PaddingMode.Replicate)).ToArray(),
            new AveragePooling2D(3, 2, Padding.Same.With(PaddingMode.Replicate))
                .Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new AveragePooling2D(2), 2);
        SpatialCheck.RefusesOnePixel(new AveragePooling2D(2) { Name = "pool" }, 2);
        SpatialCheck.TakesNoExamples(new AveragePooling2D(2), [0, 8, 9, 3], [0, 4, 4, 3]);
        SpatialCheck.Refuses("poolSize", () => new AveragePooling2D([2, 2, 2]));
        SpatialCheck.Refuses("strides", () => new AveragePooling2D(2, 0));
        SpatialCheck.Refuses("padding", () => new AveragePooling2D(2, padding: Padding.Of(1, 1, 1)));
    }
}
