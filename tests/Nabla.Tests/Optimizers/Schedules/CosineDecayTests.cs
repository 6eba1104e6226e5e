namespace Nabla.Tests.Optimizers.Schedules;

public sealed class CosineDecayTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.6)]
    [InlineData(1, 0.2)]
    [InlineData(-1, 1)]
    [InlineData(7, 0.2)]
    public void RateAt_FallsFromStartToEnd(double progress, double rate) =>
        Assert.Equal(rate, new CosineDecay(1, 0.2).RateAt(progress), 1e-12);

    [Fact]
    public void RateAt_FallsAllTheTime()
    {
        CosineDecay schedule = new(0.1);
        double[] rates = [.. Enumerable.Range(0, 101).Select(i => schedule.RateAt(i / 100.0))];
        Assert.Equal(rates.OrderDescending(), rates);
    }

    [Fact]
    public void Constructor_RefusesNegativeRates()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecay(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecay(0.1, double.PositiveInfinity));
    }
}
