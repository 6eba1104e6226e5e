using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Pooling;

public sealed class AdaptiveAveragePoolTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(5, 7)]
    [InlineData(9, 2)]
    public void Proof(long rows, long columns) => OpCheck.Run(
        x => x[0].AdaptiveAveragePool([rows, columns]), [new CheckInput([2, 5, 7, 3])]);

    [Theory]
    [Golden("adaptive_average_pool")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").AdaptiveAveragePool(golden.Extents("size")));

    [Fact]
    public void WhatIsNoImageOrNoSizeIsRefused()
    {
        Assert.Contains(
            "at least one pixel",
            Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(1, 0, 3, 1).AdaptiveAveragePool(2)).Message);
        Assert.Contains(
            "one for each of the 2 spatial axes",
            Assert.Throws<ArgumentException>(
                () => Tensor.Zeros(1, 3, 3, 1).AdaptiveAveragePool([1, 2, 3])).Message);
        Assert.Contains(
            "1 to 2^31 outputs",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => Tensor.Zeros(1, 3, 3, 1).AdaptiveAveragePool(0)).Message);
    }
}
