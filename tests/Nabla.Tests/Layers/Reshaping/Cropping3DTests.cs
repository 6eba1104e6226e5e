namespace Nabla.Tests.Layers;

public sealed class Cropping3DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Cropping3D(1), [4, 3, 4, 5, 2], [4, 1, 2, 3, 2]);
        LayerCheck.Run(() => new Cropping3D(Padding.Of([0, 0, 0], [1, 1, 1])), [4, 3, 4, 5, 2], [4, 2, 3, 4, 2]);
    }

    [Fact]
    public void UndoesPadding()
    {
        Tensor x = Tensor.RandomNormal([4, 3, 4, 5, 2], 1);
        Padding widths = Padding.Of([0, 1, 2], [1, 2, 3]);
        Tensor padded = new Padding3D(widths).Apply(x, CallContext.Inference);
        Assert.Equal(x.ToArray(), new Cropping3D(widths).Apply(padded, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new Cropping3D(1), 3);
        SpatialCheck.TakesNoExamples(new Cropping3D(1), [0, 3, 4, 5, 2], [0, 1, 2, 3, 2]);
        SpatialCheck.Refuses("cropping", () => new Cropping3D(Padding.Same));
        SpatialCheck.Refuses("cropping", () => new Cropping3D(Padding.Of(1).With(PaddingMode.Reflect)));
        Assert.Contains(
            "which leaves nothing",
            Assert.Throws<ShapeMismatchException>(
                () => new Cropping3D(3).Apply(Tensor.Zeros([4, 3, 4, 5, 2]), CallContext.Inference)).Message);
    }
}
