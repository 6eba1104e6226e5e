namespace Nabla.Tests.Ops.Convolution;

public sealed class PaddingKindTests
{
    [Fact]
    public void EachWayToPadIsOfItsKind()
    {
        Assert.Equal(PaddingKind.Valid, Padding.Valid.Kind);
        Assert.Equal(PaddingKind.Same, Padding.Same.Kind);
        Assert.Equal(PaddingKind.Causal, Padding.Causal.Kind);
        Assert.Equal(PaddingKind.Explicit, Padding.Of(1).Kind);
    }

    [Theory]
    [InlineData(5, 3, 2, 1, 1)]
    [InlineData(6, 3, 2, 0, 1)]
    [InlineData(4, 4, 1, 1, 2)]
    public void SameKeepsTheExtentAndPutsTheOneMoreBehind(long extent, long reach, long stride, long before, long after)
    {
        Assert.Equal((before, after), Padding.Same.WidthsOf(0, extent, reach, stride));
        Assert.Equal((reach - 1, 0), Padding.Causal.WidthsOf(0, extent, reach, stride));
    }
}
