using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Pooling;

public sealed class AveragePoolTests
{
    public static MatrixTheoryData<int, long, long, bool> Windows { get; } =
        new([1, 2, 3], [2, 3], [1, 2, 3], [false, true]);

    [Theory]
    [MemberData(nameof(Windows))]
    public void Proof(int rank, long size, long stride, bool counts) => OpCheck.Run(
        x => x[0].AveragePool(size, stride, Padding.Of([1], [0]), counts),
        [new CheckInput(Shape.Create([2, .. Enumerable.Range(5, rank).Select(extent => (long)extent), 3]))]);

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(35)]
    public void ProofOfManyChannels(long channels) => OpCheck.Run(
        x => x[0].AveragePool([2, 3], padding: Padding.Same), [new CheckInput([2, 5, 4, channels])]);

    [Theory]
    [Golden("average_pool")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").AveragePool(
            golden.Extents("size"), golden.Extents("strides"), Padding.Of(golden.Extents("padding")),
            golden.Flag("count_padding")));

    [Fact]
    public void TheMeanOfEqualNumbersIsThatNumber() => Assert.All(
        Tensor.Full([1, 20, 20, 17], 3f).AveragePool(10).ToArray(), value => Assert.Equal(3, value));

    [Fact]
    public void WindowsOfNothingButPaddingHaveNoMeanUnlessItCounts()
    {
        Assert.Contains(
            "take less padding", Assert.Throws<ShapeMismatchException>(
                () => Tensor.Zeros(1, 4, 4, 1).AveragePool(2, padding: 2)).Message);
        Assert.Equal(
            [0, 1, 0], Tensor.Ones(1, 2, 1).AveragePool(2, padding: 2, countPadding: true).ToArray());
    }

    [Fact]
    public void WhatWouldListTooManyTapsIsRefusedAtOnce()
    {
        Assert.Contains(
            "slide further", Assert.Throws<NotSupportedException>(
                () => Tensor.Zeros(1, 40_000, 1).AveragePool(20_000, strides: 1)).Message);

        // Long windows that do not overlap have no more taps than pixels, backwards as well.
        (_, Tensor gradient) = Gradient.ValueAndGradient(x => x.AveragePool(1000).Sum())(Tensor.Zeros(1, 400_000, 1));
        Assert.Equal(400, gradient.Sum().Item<float>(), 0.01f);
    }

    [Fact]
    public void ImagesOfNoPixelsAreNamed()
    {
        Assert.Contains(
            "no pixel along spatial axis 0", Assert.Throws<ShapeMismatchException>(
                () => Tensor.Zeros(1, 0, 4, 1).AveragePool(2, padding: Padding.Same)).Message);
    }
}
