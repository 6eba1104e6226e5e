namespace Nabla.Tests.Ops.Convolution;

public sealed class PaddingModeTests
{
    [Theory]
    [InlineData(PaddingMode.Zeros, 0)]
    [InlineData(PaddingMode.Reflect, 2)]
    [InlineData(PaddingMode.Replicate, 1)]
    [InlineData(PaddingMode.Circular, 3)]
    public void WhatLiesBeyondTheBorderIsAdded(PaddingMode mode, float before)
    {
        Tensor x = Tensor.From([1f, 2, 3], 1, 3, 1), pair = Tensor.From([1f, 3], 2, 1, 1);
        Tensor y = x.Conv(pair, padding: Padding.Of([1], [0]).With(mode));

        // The first result is what lies before, and three times the first pixel.
        Assert.Equal(before + 3, y.ToArray()[0]);
        Assert.Equal([7, 11], y.ToArray()[1..]);
    }

    [Fact]
    public void AModeThatIsNoneIsRefused() => Assert.Contains(
        "Zeros, Reflect, Replicate, Circular",
        Assert.Throws<ArgumentOutOfRangeException>(() => Padding.Same.With((PaddingMode)99)).Message,
        StringComparison.Ordinal);
}
