namespace Nabla.Tests.Optimizers.Schedules;

/// <summary>What PyTorch does not have, ends, and numbers out of range.</summary>
public sealed class LearningRateScheduleTests
{
    [Fact]
    public void InverseTimeDecay_FallsAsOneOverTheTime()
    {
        Assert.Equal([1, 1 / 1.25, 1 / 1.5, 1 / 1.75, 0.5], Rates(new InverseTimeDecay(1, 0.5, Period.Steps(2)), 5));
        Assert.Equal([1, 1, 1 / 1.5, 1 / 1.5, 0.5], Rates(new InverseTimeDecay(1, 0.5, Period.Steps(2), true), 5));
    }

    [Fact]
    public void ExponentialDecay_AsAStaircase_Holds() => Assert.Equal(
        [1, 1, 0.5, 0.5, 0.25], Rates(new ExponentialDecay(1, 0.5, Period.Steps(2), staircase: true), 5));

    [Fact]
    public void PiecewiseConstant_HoldsFromBorderToBorder() => Assert.Equal(
        [0.3, 0.3, 0.2, 0.1, 0.1],
        Rates(new PiecewiseConstant([0.3, 0.2, 0.1], [Period.Steps(2), Period.Share(0.6)]), 5));

    [Fact]
    public void CosineRestarts_StartLowerEachTime() => Assert.Equal(
        [1, 0.5, 0.5, 0.25, 0.25, 0.125], Rates(new CosineRestarts(1, Period.Steps(2), peakFactor: 0.5), 6), Near);

    [Fact]
    public void Noam_IsTheFormulaOfThePaper()
    {
        var noam = new Noam(512, Period.Steps(4000));
        Assert.Equal(Math.Pow(512, -0.5) * Math.Pow(4000, -1.5), noam.RateAt(new(0)), 1e-15);
        Assert.Equal(Math.Pow(512, -0.5) * Math.Pow(4000, -0.5), noam.RateAt(new(3999)), 1e-15);
        Assert.Equal(Math.Pow(512, -0.5) * Math.Pow(16000, -0.5), noam.RateAt(new(15999)), 1e-15);
    }

    [Fact]
    public void LambdaRate_IsTheFunction()
    {
        Assert.Equal([0, 0.5, 1], Rates(new LambdaRate(position => position.Step / 2.0), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LambdaRate(_ => double.NaN).RateAt(default));
    }

    [Fact]
    public void ScaledRate_IsATimesTheOther() =>
        Assert.Equal([0.25, 0.25], Rates(new ScaledRate(new ConstantRate(0.5), 0.5), 2));

    [Fact]
    public void WarmUp_BeforeAShareOfTraining_LeavesTheRestToIt()
    {
        // Four steps up, then a line over the six that are left.
        var schedule = new WarmUp(Period.Share(0.4), new LinearDecay(1));
        double[] expected = [0, 0.25, 0.5, 0.75, 1, 5 / 6.0, 4 / 6.0, 3 / 6.0, 2 / 6.0, 1 / 6.0];
        Assert.Equal(expected, Rates(schedule, 10), Near);
    }

    [Fact]
    public void Sequence_GivesEachPartATrainingOfItsOwn()
    {
        var schedule = new ScheduleSequence([new LinearDecay(1), new LinearDecay(3, 1)], [Period.Steps(2)]);
        Assert.Equal([1, 0.5, 3, 2.5, 2, 1.5], Rates(schedule, 6), Near);
    }

    [Fact]
    public void AfterTheEnd_RatesStay()
    {
        Assert.Equal(0.2, new CosineDecay(1, 0.2).RateAt(new(70, 10)), 1e-12);
        Assert.Equal(0.2, new LinearDecay(1, 0.2).RateAt(new(70, 10)), 1e-12);
        Assert.Equal(0.5 / 25 / 1e4, new OneCycle(0.5).RateAt(new(70, 10)), 1e-12);
        Assert.Equal(0, new WarmUp(Period.Steps(20), new CosineDecay(1)).RateAt(new(70, 10)));
    }

    [Fact]
    public void OneCycle_WithoutWarmUp_StartsAtThePeak() =>
        Assert.Equal(0.5, new OneCycle(0.5, warmUp: 0).RateAt(new(0, 10)));

    [Fact]
    public void AShareOfATrainingOfUnknownLength_IsRefused()
    {
        Assert.Contains("the whole training are not known", Assert.Throws<InvalidOperationException>(
            () => new CosineDecay(1).RateAt(new(3))).Message);
        Assert.Contains("use Period.Steps", Assert.Throws<InvalidOperationException>(
            () => new StepDecay(1, Period.Epochs(2)).RateAt(new(3, 100))).Message);
    }

    [Fact]
    public void Constructors_RefuseNumbersOutOfRange()
    {
        Period two = Period.Steps(2);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantRate(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(-1, two));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(1, two, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiStepDecay(double.PositiveInfinity, [two]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialDecay(1, double.NaN, two));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialDecay(1, power: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecay(0.1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineRestarts(1, two, lengthFactor: 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycle(0.1, warmUp: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycle(0.1, startDivisor: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Noam(0, two));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WarmUp(two, new ConstantRate(1), -1));
        Assert.Contains("between each", Assert.Throws<ArgumentException>(
            () => new PiecewiseConstant([1, 2], [])).Message);
        Assert.Contains("between each", Assert.Throws<ArgumentException>(
            () => new ScheduleSequence([new ConstantRate(1)], [two])).Message);
    }

    private static double[] Rates(LearningRateSchedule schedule, int steps) =>
        [.. Enumerable.Range(0, steps).Select(step => schedule.RateAt(new SchedulePosition(step, steps)))];

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
