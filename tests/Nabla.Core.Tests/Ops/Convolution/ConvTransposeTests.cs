using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Convolution;

public sealed class ConvTransposeTests
{
    [Theory]
    [InlineData(1, 3, 3, 2, 1, 0)]
    [InlineData(1, 3, 3, 1, 1, 1)]
    [InlineData(2, 3, 3, 2, 1, 1)]
    [InlineData(2, 3, 2, 3, 1, 0)]
    [InlineData(2, 4, 3, 2, 2, 2)]
    [InlineData(3, 2, 2, 2, 1, 0)]
    public void Proof(int rank, int extent, int size, int stride, int dilation, int padding) => OpCheck.Run(
        x => x[0].ConvTranspose(x[1], [stride], padding, dilations: [dilation]),
        [
            new([2, .. Enumerable.Repeat((long)extent, rank), 3]),
            new([.. Enumerable.Repeat((long)size, rank), 2, 3]),
        ],
        new() { ToleranceFactor = 10 });

    [Fact]
    public void ProofOfGroups() => OpCheck.Run(
        x => x[0].ConvTranspose(x[1], [2], Padding.Same, groups: 2), [new([2, 3, 3, 4]), new([3, 3, 3, 4])],
        new() { ToleranceFactor = 10 });

    [Theory]
    [Golden("conv_1d_transpose")]
    [Golden("conv_2d_transpose")]
    [Golden("conv_3d_transpose")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (golden, input) =>
        input("x").ConvTranspose(
            input("weight"), golden.Numbers("strides"), Padding.Parse(golden.Text("padding")),
            golden.Numbers("output_padding"), golden.Numbers("dilations"), golden.Integer("groups")) + input("bias"));

    [Fact]
    public void ShapesFollowTheFieldsFormula()
    {
        Tensor x = Tensor.Zeros(2, 7, 7, 3), kernel = Tensor.Zeros(3, 3, 8, 3);
        Assert.Equal<Shape>([2, 15, 15, 8], x.ConvTranspose(kernel, [2]).Shape);
        Assert.Equal<Shape>([2, 14, 14, 8], x.ConvTranspose(kernel, [2], Padding.Same).Shape);
        Assert.Equal<Shape>([2, 14, 14, 8], x.ConvTranspose(kernel, [2], 1, [1]).Shape);
    }

    [Fact]
    public void WhatDoesNotFitIsNamed()
    {
        Tensor x = Tensor.Zeros(1, 1, 1, 3), kernel = Tensor.Zeros(3, 3, 2, 3);
        Assert.Contains(
            "take less padding",
            Assert.Throws<ShapeMismatchException>(() => x.ConvTranspose(kernel, padding: 2)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "less than the stride, 2",
            Assert.Throws<ArgumentOutOfRangeException>(() => x.ConvTranspose(kernel, [2], outputPadding: [2])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => x.ConvTranspose(kernel, padding: Padding.Same.With(PaddingMode.Reflect)));
        Assert.Contains(
            "settles the size",
            Assert.Throws<ArgumentException>(() => x.ConvTranspose(kernel, [2], Padding.Same, [1])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ShapeMismatchException>(() => x.ConvTranspose(Tensor.Zeros(3, 3, 3, 2)));
    }
}
