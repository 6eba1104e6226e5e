namespace Nabla.Tests.Training;

public sealed class LearningRateSchedulerTests
{
    private static readonly TensorDataset s_data =
        new(Tensor.From([0f, 1, 2, 3, 4], 5, 1), Tensor.From([0, 0, 1, 1, 1]));

    [Theory]
    [InlineData(null, new[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData(4L, new[] { 0, 1, 2, 3, 3, 3 })]
    public void EveryStepHasTheRateOfTheSchedule(long? steps, int[] positions)
    {
        var schedule = new CosineDecay(0.1);
        (Trainer trainer, List<double> rates) = Create(new LearningRateScheduler(schedule, steps));
        trainer.Fit(s_data, epochs: 2, batchSize: 2);
        Assert.Equal(
            positions.Select(step => schedule.RateAt(new SchedulePosition(step, steps ?? 6, 3))), rates);
    }

    [Fact]
    public void WithoutStepsEachCallBeginsAnew()
    {
        (Trainer trainer, List<double> rates) = Create(new LearningRateScheduler(new OneCycle(0.1)));
        trainer.Fit(s_data, epochs: 1, batchSize: 2);
        trainer.Fit(s_data, epochs: 1, batchSize: 2);
        Assert.Equal(rates[..3], rates[3..]);
    }

    [Fact]
    public void ATrainingWithoutStepsIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateScheduler(new OneCycle(0.1), steps: 0));

    private static (Trainer Trainer, List<double> Rates) Create(LearningRateScheduler scheduler)
    {
        var rates = new List<double>();
        var trainer = new Trainer(new Sequential { new Dense(2) }, new CrossEntropy(), new Sgd())
        {
            Callbacks =
            {
                scheduler,
                new LambdaCallback { StepBegin = trainer => rates.Add(trainer.Optimizer.LearningRate) },
            },
        };
        return (trainer, rates);
    }
}
