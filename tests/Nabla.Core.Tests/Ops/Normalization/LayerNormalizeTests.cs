using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Normalization;

public sealed class LayerNormalizeTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 7)]
    [InlineData(2, 64)]
    [InlineData(3, 131)]
    public void Proof(int rows, int features) => OpCheck.Run(
        x => x[0].LayerNormalize(x[1], x[2], epsilon: 0.1), [new([rows, features]), new([features]), new([features])],
        new() { ToleranceFactor = 16, GradientTolerance = 1e-5 });

    [Theory]
    [Golden("layer_normalize")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (golden, input) => input("x").LayerNormalize(
        input("scale"), input("offset"), golden.Integer("axes"), golden.Number("epsilon")));

    [Fact]
    public void NothingCancels()
    {
        Tensor x = Tensor.RandomNormal([5, 1000], 1, mean: 1e4);
        Tensor expected = x.Cast(DType.Float64).LayerNormalize(epsilon: 1e-6);
        new Tolerance(0, 2e-3).Check(
            x.LayerNormalize(epsilon: 1e-6).Cast(DType.Float64), expected.ToArray<double>(), "The result");
    }

    [Fact]
    public void ScaleAndOffsetMayBeLeftOut() => Assert.Equal(
        [-1f, 1f, 1f, -1f], Tensor.From([1f, 3f, 7f, 5f], [2, 2]).LayerNormalize(epsilon: 0).ToArray());

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Equal([0, 3], Tensor.Zeros(0, 3).LayerNormalize().Shape);
        Assert.Contains("of 3 axes or more but got [2, 3]", Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(2, 3).LayerNormalize(axes: 3)).Message, StringComparison.Ordinal);
        Assert.Contains("offset of shape [3, 4]", Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(2, 3, 4).LayerNormalize(offset: Tensor.Ones(4), axes: 2)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3).LayerNormalize(axes: 0));
    }
}
