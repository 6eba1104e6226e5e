using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Normalization;

public sealed class LocalResponseNormalizeTests
{
    [Theory]
    [Golden("local_response")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (golden, input) =>
        input("x").LocalResponseNormalize(
            golden.Integer("size"), golden.Number("alpha"), golden.Number("beta"), golden.Number("k")));

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3).LocalResponseNormalize(0));
        Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(3).LocalResponseNormalize(5));
        Assert.Throws<DTypeMismatchException>(() => Tensor.From([1, 2], [1, 2]).LocalResponseNormalize(5));
        Assert.Empty(Tensor.Zeros(0, 3).LocalResponseNormalize(5).ToArray());
    }
}
