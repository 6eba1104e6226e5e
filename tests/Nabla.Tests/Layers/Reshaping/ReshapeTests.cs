namespace Nabla.Tests.Layers;

public sealed class ReshapeTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new Reshape([2, -1]), [4, 6], [4, 2, 3]);

    [Fact]
    public void NumbersStayInOrder()
    {
        Tensor x = Tensor.Arange(0, 12).Reshape(2, 6);
        Assert.Equal(x.ToArray<int>(), new Reshape([3, 2]).Apply(x, CallContext.Inference).ToArray<int>());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused() => Assert.Contains(
        "examples have 6 elements",
        Assert.Throws<ShapeMismatchException>(
            () => new Reshape([4, -1]).Apply(Tensor.Ones(2, 6), CallContext.Inference)).Message);

    [Fact]
    public void OneExtentMayBeLeftOpen() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Reshape([-1, -1]));
}
