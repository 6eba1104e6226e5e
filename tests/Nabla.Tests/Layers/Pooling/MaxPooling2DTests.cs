namespace Nabla.Tests.Layers;

public sealed class MaxPooling2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new MaxPooling2D(2), [4, 8, 9, 3], [4, 4, 4, 3]);
        LayerCheck.Run(() => new MaxPooling2D(), [4, 8, 9, 3], [4, 4, 4, 3]);
        LayerCheck.Run(() => new MaxPooling2D(3, 2, Padding.Same), [4, 8, 9, 3], [4, 4, 5, 3]);
        LayerCheck.Run(() => new MaxPooling2D([3, 3], [2, 2], 1, dilations: 2), [4, 8, 9, 3], [4, 3, 4, 3]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 8, 9, 3], 1);
        Assert.Equal(
            x.MaxPool(3, 2, Padding.Same.With(PaddingMode.Replicate)).ToArray(),
            new MaxPooling2D(3, 2, Padding.Same.With(PaddingMode.Replicate)).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new MaxPooling2D(2), 2);
        SpatialCheck.RefusesOnePixel(new MaxPooling2D(2) { Name = "pool" }, 2);
        SpatialCheck.TakesNoExamples(new MaxPooling2D(2), [0, 8, 9, 3], [0, 4, 4, 3]);
        SpatialCheck.Refuses("poolSize", () => new MaxPooling2D([2, 2, 2]));
        SpatialCheck.Refuses("strides", () => new MaxPooling2D(2, 0));
        SpatialCheck.Refuses("padding", () => new MaxPooling2D(2, padding: Padding.Of(1, 1, 1)));
    }
}
