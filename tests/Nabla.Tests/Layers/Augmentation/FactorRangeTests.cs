namespace Nabla.Tests.Layers.Augmentation;

public sealed class FactorRangeTests
{
    [Fact]
    public void ANumberReachesToBothSides()
    {
        Assert.Equal(new FactorRange(-0.2f, 0.2f), 0.2f);
        Assert.Equal(new FactorRange(-0.2f, 0.2f), -0.2f);
        Assert.Equal(new FactorRange(0.1f, 0.3f), (0.1f, 0.3f));
    }
}
