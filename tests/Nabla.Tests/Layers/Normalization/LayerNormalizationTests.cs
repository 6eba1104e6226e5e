namespace Nabla.Tests.Layers;

public sealed class LayerNormalizationTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new LayerNormalization(), [4, 3, 5], [4, 3, 5]);
        LayerCheck.Run(() => new LayerNormalization([-2, -1], center: false), [4, 3, 5], [4, 3, 5]);
    }

    [Fact]
    public void AxesMayBeNamedFromBothEnds()
    {
        Tensor x = Tensor.RandomNormal([2, 3, 4, 5], 1, mean: 4);
        var layer = new LayerNormalization([3, -2], epsilon: 0);
        Tensor y = layer.Apply(x, CallContext.Inference);
        Assert.All(y.Mean([2, 3], keepAxes: false).ToArray(), mean => Assert.Equal(0, mean, 1e-5));
        Assert.All(y.Variance([2, 3], keepAxes: false).ToArray(), variance => Assert.Equal(1, variance, 1e-4));
        Assert.All(layer.Parameters, parameter => Assert.Equal([4, 5], parameter.Shape));
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Contains("over axes [1], which are not the last 1", Assert.Throws<ShapeMismatchException>(
            () => new LayerNormalization([1]).Apply(Tensor.Zeros(2, 3, 4), CallContext.Inference)).Message,
            StringComparison.Ordinal);
        Assert.Contains("are not the last 2 after the batch of [2, 3]", Assert.Throws<ShapeMismatchException>(
            () => new LayerNormalization([0, 1]).Apply(Tensor.Zeros(2, 3), CallContext.Inference)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LayerNormalization([1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LayerNormalization(epsilon: -1));
    }
}
