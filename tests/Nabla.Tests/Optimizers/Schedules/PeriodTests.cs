namespace Nabla.Tests.Optimizers.Schedules;

public sealed class PeriodTests
{
    private static readonly SchedulePosition s_position = new(0, Steps: 1000, StepsPerEpoch: 50);

    [Theory]
    [InlineData("7 steps", 7)]
    [InlineData("2.5 epochs", 125)]
    [InlineData("0.1 of training", 100)]
    [InlineData("1 of training", 1000)]
    [InlineData("0.0004 of training", 0)]
    public void TextIsReadAndWritten(string text, long steps)
    {
        Period period = Period.Parse(text);
        Assert.Equal(steps, period.In(s_position));
        Assert.Equal(text, period.ToString());
    }

    [Fact]
    public void TheDefaultIsTheWholeTraining() => Assert.Equal(Period.Share(1), default);

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7 days")]
    [InlineData("-1 steps")]
    [InlineData("1.5 steps")]
    [InlineData("2 of training")]
    [InlineData("NaN epochs")]
    public void OtherTextIsRefused(string text) =>
        Assert.Contains("500 steps", Assert.Throws<ArgumentException>(() => Period.Parse(text)).Message);

    [Fact]
    public void NumbersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Steps(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Epochs(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Share(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Share(-0.1));
    }
}
