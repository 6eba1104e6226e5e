namespace Nabla.Studio.Tests.Reports;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(0.03, 0.97, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(0, 1, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(-3, 11, new[] { -5.0, 0, 5, 10, 15 })]
    [InlineData(5, 5, new[] { 4.4, 4.6, 4.8, 5, 5.2, 5.4, 5.6 })]
    public void Ticks_AreRoundAndHoldAllValues(double low, double high, double[] expected)
    {
        var scale = new ChartScale([low, high], 0, 100);

        Assert.Equal(expected.Length, scale.Ticks.Count);
        Assert.All(expected.Zip(scale.Ticks), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(0, scale.Map(expected[0]), 1e-9);
        Assert.Equal(100, scale.Map(expected[^1]), 1e-9);
    }

    [Fact]
    public void ValuesOfManySizes_AreShownByTheirLogarithms()
    {
        var scale = new ChartScale([0.001, 10], 0, 100, mayBeLog: true);

        Assert.True(scale.IsLog);
        Assert.Equal([0.001, 0.01, 0.1, 1, 10], scale.Ticks.Select(tick => Math.Round(tick, 6)));
        Assert.Equal(50, scale.Map(0.1), 1e-9);
        Assert.False(new ChartScale([0.1, 1], 0, 100, mayBeLog: true).IsLog);
        Assert.False(new ChartScale([0, 10], 0, 100, mayBeLog: true).IsLog);
    }
}
