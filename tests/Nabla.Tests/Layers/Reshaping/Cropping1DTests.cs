namespace Nabla.Tests.Layers;

public sealed class Cropping1DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Cropping1D(1), [4, 5, 3], [4, 3, 3]);
        LayerCheck.Run(() => new Cropping1D(Padding.Of([0], [1])), [4, 5, 3], [4, 4, 3]);
    }

    [Fact]
    public void UndoesPadding()
    {
        Tensor x = Tensor.RandomNormal([4, 5, 3], 1);
        Padding widths = Padding.Of([0], [1]);
        Tensor padded = new Padding1D(widths).Apply(x, CallContext.Inference);
        Assert.Equal(x.ToArray(), new Cropping1D(widths).Apply(padded, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new Cropping1D(1), 1);
        SpatialCheck.TakesNoExamples(new Cropping1D(1), [0, 5, 3], [0, 3, 3]);
        SpatialCheck.Refuses("cropping", () => new Cropping1D(Padding.Same));
        SpatialCheck.Refuses("cropping", () => new Cropping1D(Padding.Of(1).With(PaddingMode.Reflect)));
        Assert.Contains(
            "which leaves nothing",
            Assert.Throws<ShapeMismatchException>(
                () => new Cropping1D(3).Apply(Tensor.Zeros([4, 5, 3]), CallContext.Inference)).Message);
    }
}
