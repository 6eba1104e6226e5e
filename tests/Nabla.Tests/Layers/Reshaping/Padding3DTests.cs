namespace Nabla.Tests.Layers;

public sealed class Padding3DTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Padding3D(1), [4, 2, 3, 2, 1], [4, 4, 5, 4, 1]);
        LayerCheck.Run(
            () => new Padding3D(Padding.Of([1, 0, 1], [0, 2, 1]).With(PaddingMode.Reflect)),
            [4, 2, 3, 2, 1], [4, 3, 5, 4, 1]);
    }

    [Fact]
    public void IsTheOperation()
    {
        Tensor x = Tensor.RandomNormal([4, 3, 4, 5, 2], 1);
        Padding padding = Padding.Of([1, 1, 1], [2, 2, 2]).With(PaddingMode.Replicate);
        Assert.Equal(
            x.Pad([0, 1, 1, 1, 0], [0, 2, 2, 2, 0], PaddingMode.Replicate).ToArray(),
            new Padding3D(padding).Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        SpatialCheck.RefusesOtherRanks(new Padding3D(2), 3);
        SpatialCheck.TakesNoExamples(new Padding3D(1), [0, 3, 4, 5, 2], [0, 5, 6, 7, 2]);
        SpatialCheck.Refuses("padding", () => new Padding3D(Padding.Same));
        SpatialCheck.Refuses("padding", () => new Padding3D(Padding.Of(1, 1, 1, 1)));
        SpatialCheck.Refuses("padding", () => new Padding3D(null!));
    }
}
