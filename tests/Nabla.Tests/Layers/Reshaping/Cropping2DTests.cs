namespace Nabla.Tests.Layers;

public sealed class Cropping2DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Cropping2D(1), [4, 4, 5, 3], [4, 2, 3, 3]);
        LayerCheck.Run(() => new Cropping2D(Padding.Of([0, 0], [1, 1])), [4, 4, 5, 3], [4, 3, 4, 3]);
    }

    [Fact]
    public void UndoesPadding()
    {
        Tensor x = Tensor.RandomNormal([4, 4, 5, 3], 1);
        Padding widths = Padding.Of([0, 1], [1, 2]);
        Tensor padded = new Padding2D(widths).Apply(x, CallContext.Inference);
        Assert.Equal(x.ToArray(), new Cropping2D(widths).Apply(padded, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new Cropping2D(1), 2);
        SpatialCheck.TakesNoExamples(new Cropping2D(1), [0, 4, 5, 3], [0, 2, 3, 3]);
        SpatialCheck.Refuses("cropping", () => new Cropping2D(Padding.Same));
        SpatialCheck.Refuses("cropping", () => new Cropping2D(Padding.Of(1).With(PaddingMode.Reflect)));
        Assert.Contains(
            "which leaves nothing",
            Assert.Throws<ShapeMismatchException>(
                () => new Cropping2D(3).Apply(Tensor.Zeros([4, 4, 5, 3]), CallContext.Inference)).Message);
    }
}
