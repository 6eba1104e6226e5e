namespace Nabla.Tests.Optimizers.Schedules;

public sealed class OneCycleTests
{
    [Theory]
    [InlineData(0, 0.04)]
    [InlineData(0.15, 0.52)]
    [InlineData(0.3, 1)]
    [InlineData(0.65, 0.5)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    public void RateAt_RisesToThePeakAndFallsToNothing(double progress, double share) =>
        Assert.Equal(share * 0.01, new OneCycle(0.01).RateAt(progress), 1e-12);

    [Fact]
    public void RateAt_WithoutWarmUp_StartsAtThePeak() => Assert.Equal(0.5, new OneCycle(0.5, warmUp: 0).RateAt(0));

    [Theory]
    [InlineData(-1, 0.3)]
    [InlineData(double.NaN, 0.3)]
    [InlineData(0.1, 1)]
    [InlineData(0.1, double.NaN)]
    public void Constructor_RefusesNumbersOutOfRange(double peakRate, double warmUp) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycle(peakRate, warmUp));
}
