using Nabla.Testing;

namespace Nabla.Tests.Training;

public sealed class TrainerFitTests
{
    private static readonly TensorDataset s_data = Blobs(70, 1);

    [Fact]
    public void EveryExampleIsSeenInEveryEpoch()
    {
        var metric = new Counting();
        var trainer = new Trainer(Create(), new CrossEntropy(), new Sgd()) { Metrics = { metric } };

        TrainingHistory history = trainer.Fit(s_data, epochs: 3, batchSize: 16, validation: s_data.Take(10));

        Assert.Equal([1, 2, 3], history.Epochs.Select(epoch => epoch.Epoch));
        Assert.All(history.Epochs, epoch => Assert.Equal(Enumerable.Range(0, 70).Sum(), epoch.Training["label_sum"]));
        Assert.All(history.Epochs, epoch => Assert.Equal(70, epoch.Examples));
        Assert.Equal(3 * 5, trainer.Optimizer.Steps.Value.Item<long>());
        Assert.False(history.WasCancelled);
        Assert.Equal(3, trainer.History.Epochs.Count);
    }

    [Fact]
    public void ProgressIsToldWithoutGaps()
    {
        var seen = new List<TrainingProgress>();
        var trainer = new Trainer(Create(), new CrossEntropy(), new Sgd()) { Metrics = { new Accuracy() } };
        trainer.Fit(
            s_data.Select(Third()), epochs: 2, batchSize: 8, validation: s_data, progress: new Reports(seen.Add));

        TrainingProgress[] ends = [.. seen.Where(progress => progress.Phase is TrainingPhase.EpochCompleted)];
        Assert.Equal([1, 2], ends.Select(progress => progress.Epoch));
        Assert.All(ends, progress => Assert.Equal(
            (progress.StepsPerEpoch, progress.ExamplesPerEpoch), (progress.Step, progress.Examples)));
        Assert.All(ends, progress => Assert.NotNull(progress.Record?.Validation));
        Assert.Equal(TimeSpan.Zero, ends[1].Remaining);
        Assert.Contains(seen, progress => progress.Phase is TrainingPhase.Validation);
        Assert.All(seen, progress => Assert.InRange(progress.Metrics["accuracy"], 0, 1));
    }

    [Fact]
    public void CancellingStopsBetweenSteps()
    {
        using var source = new CancellationTokenSource();
        var callback = new AfterSteps(12, source.Cancel);
        var trainer = new Trainer(Create(), new CrossEntropy(), new Sgd()) { Callbacks = { callback } };

        TrainingHistory history = trainer.Fit(s_data, epochs: 100, batchSize: 8, cancellationToken: source.Token);

        Assert.True(history.WasCancelled);
        Assert.Single(history.Epochs);
        Assert.Equal(12, trainer.Optimizer.Steps.Value.Item<long>());
        Assert.True(double.IsFinite(trainer.Evaluate(s_data).Loss));
    }

    [Fact]
    public void CancellingStopsValidationToo()
    {
        using var source = new CancellationTokenSource();
        var reports = new Reports(progress =>
        {
            if (progress is { Phase: TrainingPhase.Validation, Epoch: 2 })
            {
                source.Cancel();
            }
        });

        TrainingHistory history = new Trainer(Create(), new CrossEntropy(), new Sgd())
            .Fit(s_data, epochs: 3, validation: s_data, progress: reports, cancellationToken: source.Token);

        Assert.True(history.WasCancelled);
        Assert.Equal(1, history.Last!.Epoch);
    }

    [Fact]
    public void CancellingAfterTheLastStepIsTooLate()
    {
        using var source = new CancellationTokenSource();
        var trainer =
            new Trainer(Create(), new CrossEntropy(), new Sgd()) { Callbacks = { new AfterSteps(3, source.Cancel) } };
        Assert.False(trainer.Fit(s_data, epochs: 1, batchSize: 32, cancellationToken: source.Token).WasCancelled);
    }

    [Fact]
    public void ACallbackMayEndTraining()
    {
        var trainer = new Trainer(Create(), new CrossEntropy(), new Sgd()) { Callbacks = { new StopAfterOne() } };
        Assert.Single(trainer.Fit(s_data, epochs: 5).Epochs);
        Assert.Single(trainer.Fit(s_data, epochs: 5).Epochs);
        Assert.Equal(2, trainer.History.Last!.Epoch);
    }

    [Fact]
    public void EmptySetsAndOddNumbersAreRefused()
    {
        var trainer = new Trainer(Create(), new CrossEntropy(), new Sgd());
        Assert.Contains(
            "empty", Assert.Throws<ArgumentException>(() => trainer.Fit(s_data.Take(0), epochs: 1)).Message);
        Assert.Throws<ArgumentException>(() => trainer.Fit(s_data, epochs: 1, validation: s_data.Take(0)));
        Assert.Throws<ArgumentException>(() => trainer.Evaluate(s_data.Take(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Fit(s_data, epochs: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Fit(s_data, epochs: 1, batchSize: 0));
        Assert.Empty(trainer.Fit(s_data, epochs: 0).Epochs);
    }

    [Fact]
    public void ABadLabelInASetIsNamedAndChangesNothing()
    {
        Sequential model = Create();
        model.Build(2);
        string before = model.WeightsSha256();
        var trainer = new Trainer(model, new CrossEntropy(), new Sgd());
        var bad = new TensorDataset(Tensor.Zeros(3, 2), Tensor.From([0, 99, 1]));

        Assert.Contains("label 99", Assert.Throws<TrainingException>(() => trainer.Fit(bad, epochs: 1)).Message);
        Assert.Contains("example 1.", Assert.Throws<TrainingException>(() => trainer.Evaluate(bad)).Message);
        Assert.Equal(before, model.WeightsSha256());
    }

    [Fact]
    public void EvaluationIsTheSameForEveryBatchSize()
    {
        var trainer = new Trainer(Create(), new CrossEntropy(), new Sgd()) { Metrics = { new Accuracy() } };
        MetricValues whole = trainer.Evaluate(s_data, batchSize: 70), parts = trainer.Evaluate(s_data, batchSize: 16);
        Assert.Equal(whole["accuracy"], parts["accuracy"]);
        Assert.Equal(whole.Loss, parts.Loss, 1e-6);
        Assert.Throws<KeyNotFoundException>(() => whole["recall"]);
        Assert.Throws<InvalidOperationException>(() => trainer.Metrics.Add(new Counting()));
    }

    [Fact]
    public void PredictionsComeInOrder()
    {
        var trainer = new Trainer(Create(), new CrossEntropy(), new Sgd());
        Tensor all = trainer.Predict(s_data, batchSize: 16);
        Assert.Equal([70, 70], all.Shape);
        double[] expected = Array.ConvertAll(trainer.Model.Predict(s_data[33].Input).ToArray(), value => (double)value);
        Tolerance.Of(DType.Float32).Check(all[33], expected, "example 33");
    }

    private static Sequential Create() => new() { new Dense(8, Activation.Tanh), new Dense(70) };

    private static TensorDataset Blobs(int count, long seed) =>
        new(Tensor.RandomNormal([count, 2], seed), Tensor.From(Enumerable.Range(0, count).ToArray()));

    private static int[] Third() => [.. Enumerable.Range(0, 70).Where(i => i % 3 == 0)];

    private sealed class Counting : Metric
    {
        public override string Name => "label_sum";

        public override IReadOnlyList<Tensor> CreateState() => [Tensor.Scalar(0, DType.Int64)];

        public override IReadOnlyList<Tensor> Update(
            IReadOnlyList<Tensor> state, Tensor predictions, Tensor targets, Tensor? weights = null) =>
            [state[0] + targets.Cast(DType.Int64).Sum()];

        public override double Result(IReadOnlyList<Tensor> state) => state[0].Item<long>();
    }

    private sealed class Reports(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }

    private sealed class AfterSteps(int steps, Action act) : TrainingCallback
    {
        private int _steps;

        public override void OnStepEnd(Trainer trainer, double loss)
        {
            if (++_steps == steps)
            {
                act();
            }
        }
    }

    private sealed class StopAfterOne : TrainingCallback
    {
        public override void OnEpochEnd(Trainer trainer, EpochRecord record) => WantsStop = true;
    }
}
