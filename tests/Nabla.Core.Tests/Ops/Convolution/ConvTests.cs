using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Convolution;

public sealed class ConvTests
{
    private static readonly OpCheckOptions s_sums = new() { ToleranceFactor = 10 };

    [Fact]
    public void Proof() => OpCheck.Run(
        x => x[0].Conv(x[1], padding: 1), [new([2, 4, 5, 3]), new([3, 3, 3, 2])], s_sums);

    [Theory]
    [Golden("conv_1d")]
    [Golden("conv_2d")]
    [Golden("conv_3d")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (golden, input) =>
        input("x").Conv(
            input("weight"), golden.Numbers("strides"), Padding.Parse(golden.Text("padding")),
            golden.Numbers("dilations"), golden.Integer("groups")) + input("bias"));

    [Theory]
    [Golden("depthwise_conv_1d")]
    [Golden("depthwise_conv_2d")]
    public void ADepthwiseOneMatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (golden, input) =>
        input("x").Conv(
            input("weight"), golden.Numbers("strides"), Padding.Parse(golden.Text("padding")),
            golden.Numbers("dilations"), groups: (int)input("x").Shape[-1]) + input("bias"));

    [Theory]
    [InlineData(1, 7, 3, 1, 1, 0)]
    [InlineData(1, 7, 3, 2, 1, 1)]
    [InlineData(1, 9, 3, 1, 3, 2)]
    [InlineData(3, 4, 2, 1, 1, 1)]
    [InlineData(3, 5, 2, 2, 2, 1)]
    [InlineData(2, 6, 1, 2, 1, 0)]
    [InlineData(2, 5, 4, 3, 1, 3)]
    [InlineData(2, 1, 3, 1, 1, 1)]
    public void ProofOfWindows(int rank, int extent, int size, int stride, int dilation, int padding) => OpCheck.Run(
        x => x[0].Conv(x[1], [stride], padding, [dilation]),
        [
            new([2, .. Enumerable.Repeat((long)extent, rank), 3]),
            new([.. Enumerable.Repeat((long)size, rank), 3, 4]),
        ],
        s_sums);

    [Theory]
    [InlineData(4, 2, 2)]
    [InlineData(4, 4, 1)]
    [InlineData(6, 3, 5)]
    public void ProofOfGroups(int channels, int groups, int filtersOfGroup) => OpCheck.Run(
        x => x[0].Conv(x[1], [2], Padding.Same, groups: groups),
        [new([2, 5, 4, channels]), new([3, 2, channels / groups, groups * filtersOfGroup])],
        s_sums);

    [Theory]
    [InlineData(PaddingMode.Reflect)]
    [InlineData(PaddingMode.Replicate)]
    [InlineData(PaddingMode.Circular)]
    public void ProofOfBorders(PaddingMode mode) => OpCheck.Run(
        x => x[0].Conv(x[1], [2], Padding.Of([1, 2], [2, 0]).With(mode)),
        [new([2, 4, 5, 2]), new([3, 2, 2, 3])],
        s_sums);

    [Fact]
    public void BordersAreAddedBeforeTheWindowSlides()
    {
        Tensor x = Tensor.From([1f, 2, 3], 1, 3, 1), sum = Tensor.Ones(3, 1, 1);
        Assert.Equal([5f, 6, 7], x.Conv(sum, padding: Padding.Same.With(PaddingMode.Reflect)).ToArray());
        Assert.Equal([4f, 6, 8], x.Conv(sum, padding: Padding.Same.With(PaddingMode.Replicate)).ToArray());
        Assert.Equal([6f, 6, 6], x.Conv(sum, padding: Padding.Same.With(PaddingMode.Circular)).ToArray());
        Assert.Equal([6f], x.Conv(sum, padding: Padding.Valid.With(PaddingMode.Circular)).ToArray());
    }

    [Fact]
    public void AStrideBeyondTheImageLeavesItsFirstPixel()
    {
        Tensor x = Tensor.From([1f, 2, 3, 4], 1, 2, 2, 1);
        Assert.Equal([1f], x.Conv(Tensor.Ones(1, 1, 1, 1), [1L << 31]).ToArray());
    }

    [Fact]
    public void ShapesFollowTheFieldsFormula()
    {
        Tensor x = Tensor.Zeros(2, 32, 31, 3), kernel = Tensor.Zeros(5, 3, 3, 8);
        Assert.Equal<Shape>([2, 28, 29, 8], x.Conv(kernel).Shape);
        Assert.Equal<Shape>([2, 32, 31, 8], x.Conv(kernel, padding: Padding.Same).Shape);
        Assert.Equal<Shape>([2, 16, 16, 8], x.Conv(kernel, [2], Padding.Same).Shape);
        Assert.Equal<Shape>([2, 24, 27, 8], x.Conv(kernel, dilations: [2]).Shape);
        Assert.Equal<Shape>([0, 28, 29, 8], Tensor.Zeros(0, 32, 31, 3).Conv(kernel).Shape);
        Assert.Empty(Tensor.Zeros(0, 32, 31, 3).Conv(kernel).ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsNamed()
    {
        Tensor x = Tensor.Zeros(1, 4, 4, 6);
        Assert.Contains(
            "window of 9 (size 5, dilation 2) over spatial axis 0",
            Assert.Throws<ShapeMismatchException>(() => x.Conv(Tensor.Zeros(5, 5, 6, 1), dilations: [2])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "6 / 4 channels",
            Assert.Throws<ShapeMismatchException>(() => x.Conv(Tensor.Zeros(1, 1, 2, 4), groups: 4)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "with as many axes",
            Assert.Throws<ShapeMismatchException>(() => x.Conv(Tensor.Zeros(3, 6, 4))).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "strides",
            Assert.Throws<ArgumentOutOfRangeException>(() => x.Conv(Tensor.Zeros(1, 1, 6, 1), [0])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Conv(Tensor.Zeros(1, 1, 6, 1), groups: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Conv(Tensor.Zeros(0, 1, 6, 1)));
        Assert.Throws<ShapeMismatchException>(() => x.Conv(Tensor.Zeros(2, 2, 6, 1), dilations: [int.MaxValue]));
    }
}
