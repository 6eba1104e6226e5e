using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Resampling;

public sealed class ResizeTests
{
    public static MatrixTheoryData<string, bool> Cases { get; } = new(["linear", "nearest", "corners"], [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Proof(string mode, bool hasManyChannels) => OpCheck.Run(
        x => Run(x[0], [7, 3], mode), [new CheckInput([2, 4, 5, hasManyChannels ? 35 : 3])]);

    [Theory]
    [Golden("resize_image")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => Run(input("x"), golden.Extents("size"), golden.Text("mode")));

    [Fact]
    public void OnePixelMayBecomeMany()
    {
        Tensor pixel = Tensor.From<float>([3, 4], [1, 1, 1, 2]);
        foreach (string mode in (string[])["linear", "nearest", "corners"])
        {
            Assert.Equal([3, 4, 3, 4, 3, 4, 3, 4], Run(pixel, [2, 2], mode).ToArray());
        }
    }

    [Fact]
    public void PositionsOnAPixelAreExactlyThere()
    {
        Tensor x = Tensor.RandomNormal([1, 30, 1], 1);
        float[] tripled = x.Resize(90).ToArray();
        Assert.Equal(x.ToArray(), Enumerable.Range(0, 30).Select(i => tripled[(3 * i) + 1]));
    }

    [Fact]
    public void WhatMakesNoImageIsRefused()
    {
        Assert.Contains(
            "leave alignCorners out",
            Assert.Throws<ArgumentException>(
                () => Tensor.Zeros(1, 2, 1).Resize(4, Interpolation.Nearest, alignCorners: true)).Message);
        Assert.Contains(
            "at least one pixel",
            Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(1, 0, 2, 1).Resize(4)).Message);
        Assert.Contains(
            "1 to 2^31 extents",
            Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(1, 2, 2, 1).Resize([0, 4])).Message);
    }

    private static Tensor Run(Tensor x, long[] size, string mode) => x.Resize(
        size, mode == "nearest" ? Interpolation.Nearest : Interpolation.Bilinear, alignCorners: mode == "corners");
}
