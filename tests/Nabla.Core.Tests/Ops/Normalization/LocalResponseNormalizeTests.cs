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
    public void AWindowLargerThanAllChannelsTakesAll()
    {
        Tensor x = Tensor.RandomNormal([2, 3], 1);
        Tensor expected = x / (x.Square().Sum([1], keepAxes: true) * (0.5 / int.MaxValue) + 2).Pow(0.75);
        float[] actual = x.LocalResponseNormalize(int.MaxValue, alpha: 0.5, k: 2).ToArray();
        Assert.All(actual.Zip(expected.ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3).LocalResponseNormalize(3, k: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3).LocalResponseNormalize(3, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3).LocalResponseNormalize(0));
        Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(3).LocalResponseNormalize(5));
        Assert.Throws<DTypeMismatchException>(() => Tensor.From([1, 2], [1, 2]).LocalResponseNormalize(5));
        Assert.Empty(Tensor.Zeros(0, 3).LocalResponseNormalize(5).ToArray());
    }
}
