using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Normalization;

public sealed class BatchNormalizeTests
{
    [Theory]
    [InlineData(4, 3)]
    [InlineData(5, 17)]
    public void Proof(int rows, int channels) => OpCheck.Run(
        x => x[0].BatchNormalize(x[1], x[2], 0.1).Result, [new([rows, 2, channels]), new([channels]), new([channels])],
        new() { ToleranceFactor = 8, GradientTolerance = 1e-5 });

    [Theory]
    [Golden("batch_normalize")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (golden, input) =>
        input("x").BatchNormalize(input("scale"), input("offset"), golden.Number("epsilon")).Result);

    [Fact]
    public void OneValueOfAChannelBecomesTheOffset()
    {
        (Tensor y, Tensor mean, Tensor variance) = Tensor.From([3f, -2f], [1, 2]).BatchNormalize(
            Tensor.From([5f, 6f]), Tensor.From([0.5f, 0.25f]));
        Assert.Equal([0.5f, 0.25f], y.ToArray());
        Assert.Equal([3f, -2f], mean.ToArray());
        Assert.Equal([0f, 0f], variance.ToArray());
    }

    [Fact]
    public void ScaleAndOffsetMayBeLeftOut()
    {
        Tensor y = Tensor.From([1f, 3f], [2, 1]).BatchNormalize(epsilon: 0).Result;
        Assert.Equal([-1f, 1f], y.ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Contains("check for an empty batch", Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(0, 4, 3).BatchNormalize()).Message, StringComparison.Ordinal);
        Assert.Contains("ExpandAxis", Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(3).BatchNormalize()).Message, StringComparison.Ordinal);
        Assert.Contains("scale of shape [3]", Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(2, 3).BatchNormalize(Tensor.Ones(2))).Message, StringComparison.Ordinal);
        Assert.Contains("Cast(DType.Float32)", Assert.Throws<DTypeMismatchException>(
            () => Tensor.From([1, 2], [2, 1]).BatchNormalize()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3).BatchNormalize(epsilon: -1));
    }
}
