namespace Nabla.Tests.Layers.Convolution;

public sealed class TransposedConvolutionTests
{
    [Fact]
    public void WeightsAreLaidOutAsInKeras()
    {
        var model = new Sequential(new Conv2DTranspose(6, [3, 5], groups: 2));
        model.Build(8, 8, 4);
        Assert.Equal<Shape>([3, 5, 3, 4], model.Parameters[0].Shape);
        Assert.Equal<Shape>([6], model.Parameters[1].Shape);
    }

    [Fact]
    public void ItGoesBackToTheSizeBeforeAConvolution()
    {
        Symbol x = Symbol.Input(9, 8, 2);
        var there = new Functional(x, x.Then(new Conv2D(4, 3, 2, 1)));
        Tensor small = there.Predict(Tensor.Zeros(1, 9, 8, 2));
        Assert.Equal<Shape>([1, 5, 4, 4], small.Shape);
        Assert.Equal<Shape>(
            [1, 9, 8, 2], new Conv2DTranspose(2, 3, 2, 1, [0, 1]).Apply(small, CallContext.Inference).Shape);
    }

    [Fact]
    public void WhatSettlesTheSizeIsSaidOnce()
    {
        Assert.Contains(
            "less than the stride, 2",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2DTranspose(1, 3, 2, outputPadding: 2)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "without an outputPadding",
            Assert.Throws<ArgumentException>(() => new Conv2DTranspose(1, 3, 2, Padding.Same, 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "take zeros",
            Assert.Throws<ArgumentException>(
                () => new Conv2DTranspose(1, 3, padding: Padding.Same.With(PaddingMode.Reflect))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Conv2DTranspose(1, 3, 2, outputPadding: [1, 1, 1]));
        Assert.Equal([1L, 0], new Conv2DTranspose(1, 3, 2, outputPadding: [1, 0]).OutputPadding);
    }

    [Fact]
    public void TheLayerIsFoundByItsPath()
    {
        var model = new Sequential(new Conv2DTranspose(2, 3, padding: 3) { Name = "up" });
        Assert.Contains(
            "in layer 'up'",
            Assert.Throws<ShapeMismatchException>(() => model.Predict(Tensor.Zeros(1, 2, 2, 1))).Message,
            StringComparison.Ordinal);
    }
}
