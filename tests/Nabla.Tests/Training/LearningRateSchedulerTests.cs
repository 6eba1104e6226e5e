namespace Nabla.Tests.Training;

public sealed class LearningRateSchedulerTests
{
    [Fact]
    public void EveryStep_HasTheRateOfTheSchedule()
    {
        TensorDataset data = new(Tensor.From([0f, 1, 2, 3, 4], 5, 1), Tensor.From([0, 0, 1, 1, 1]));
        var optimizer = new Sgd();
        var trainer = new Trainer(new Sequential { new Dense(2) }, new CrossEntropy(), optimizer);
        var schedule = new CosineDecay(0.1);
        trainer.Callbacks.Add(new LearningRateScheduler(optimizer, schedule, steps: 6));
        var rates = new RateLog { Rates = { optimizer.LearningRate } };
        trainer.Callbacks.Add(rates);

        trainer.Fit(data, epochs: 2, batchSize: 2);

        int[] steps = [0, 1, 2, 3, 4, 5, 5];
        Assert.Equal(steps.Select(step => schedule.RateAt(new SchedulePosition(step, 6))), rates.Rates);
    }

    [Fact]
    public void Constructor_RefusesATrainingWithoutSteps() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new LearningRateScheduler(new Sgd(), new OneCycle(0.1), steps: 0));

    private sealed class RateLog : TrainingCallback
    {
        public List<double> Rates { get; } = [];

        public override void OnStepEnd(Trainer trainer, double loss) => Rates.Add(trainer.Optimizer.LearningRate);
    }
}
