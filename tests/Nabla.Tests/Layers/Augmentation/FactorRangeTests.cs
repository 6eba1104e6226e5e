namespace Nabla.Tests.Layers.Augmentation;

public sealed class FactorRangeTests
{
    [Fact]
    public void ANumberReachesToBothSides()
    {
        Assert.Equal(new FactorRange(-0.2, 0.2), 0.2);
        Assert.Equal(new FactorRange(-0.2, 0.2), -0.2);
        Assert.Equal(new FactorRange(0.1f, 0.3f), (0.1f, 0.3f));
    }

    [Fact]
    public void ItsTextBringsItBack()
    {
        Assert.Equal("-0.2 to 0.25", new FactorRange(-0.2, 0.25).Name);
        Assert.Equal(new FactorRange(-0.1f, 1e-9f), FactorRange.Parse(new FactorRange(-0.1f, 1e-9f).Name));
        var exception = Assert.Throws<ArgumentException>(() => FactorRange.Parse("0.2"));
        Assert.Contains("such as '-0.2 to 0.2'", exception.Message, StringComparison.Ordinal);
    }
}
