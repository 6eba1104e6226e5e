using Nabla.Tests.Golden;

namespace Nabla.Tests.Optimizers.Schedules;

/// <summary>The rate of each of forty steps, against torch.optim.lr_scheduler.</summary>
public sealed class ScheduleGoldenTests
{
    private static readonly Dictionary<string, LearningRateSchedule> s_schedules = new()
    {
        ["step"] = new StepDecay(0.5, Period.Steps(7), 0.3),
        ["multi_step"] = new MultiStepDecay(0.5, [Period.Steps(5), Period.Epochs(0.9), Period.Share(30 / 41.0)], 0.3),
        ["exponential"] = new ExponentialDecay(0.5, 0.9, Period.Steps(1)),
        ["linear"] = new LinearDecay(0.5, 0.05, Period.Epochs(2.5)),
        ["polynomial"] = new PolynomialDecay(0.5, power: 2.5, over: Period.Steps(25)),
        ["cosine"] = new CosineDecay(0.5, 0.02, Period.Steps(40)),
        ["cosine_restarts"] = new CosineRestarts(0.5, Period.Steps(4), 2, 0.02),
        ["one_cycle"] = new OneCycle(0.5),
        ["one_cycle linear"] = new OneCycle(0.5, 0.25, 10, 100, linear: true),
        ["constant"] = new ConstantRate(0.5),
        ["warm_up"] = new WarmUp(Period.Epochs(1), new CosineDecay(0.5, over: Period.Steps(30)), 0.05),
        ["sequence"] = new ScheduleSequence(
            [
                new ConstantRate(0.1),
                new StepDecay(0.5, Period.Steps(4), 0.5),
                new ExponentialDecay(0.5, 0.8, Period.Epochs(0.1)),
            ],
            [Period.Steps(6), Period.Epochs(2.1)]),
    };

    public static TheoryData<string> Names => [.. GoldenCase.In("schedules.json").Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRatesAreThoseOfPyTorch(string name)
    {
        double[] expected = GoldenCase.Named("schedules.json", name).Output("rates");
        for (int step = 0; step < expected.Length; step++)
        {
            double rate = s_schedules[name].RateAt(new SchedulePosition(step, Steps: 41, StepsPerEpoch: 10));
            Assert.Equal(expected[step], rate, 1e-12);
        }
    }

    [Fact]
    public void EveryScheduleIsInTheFile() => Assert.Equal(s_schedules.Keys, Names.Select(row => row.Data));
}
