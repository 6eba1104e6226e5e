using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Normalization;

public sealed class RmsNormalizeTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 7)]
    [InlineData(3, 131)]
    public void Proof(int rows, int features) => OpCheck.Run(
        x => x[0].RmsNormalize(x[1], epsilon: 0.1), [new([rows, features]), new([features])],
        new() { ToleranceFactor = 8, GradientTolerance = 1e-5 });

    [Theory]
    [Golden("rms_normalize")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (golden, input) => input("x").RmsNormalize(
        input("scale"), golden.Integer("axes"), golden.Number("epsilon")));

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Equal([2, 0], Tensor.Zeros(2, 0).RmsNormalize().Shape);
        Assert.Contains("scale of shape [3]", Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(2, 3).RmsNormalize(Tensor.Ones(2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3).RmsNormalize(axes: 0));
    }
}
