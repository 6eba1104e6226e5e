namespace Nabla.Tests.Training;

public sealed class FinderTests
{
    private static readonly Tensor s_x = Tensor.RandomNormal([512, 8], 1).Evaluate();
    private static readonly Dataset s_data = new TensorDataset(
        s_x, s_x.MatMul(Tensor.RandomNormal([8, 1], 2)).Evaluate());

    [Fact]
    public void TheSuggestedRateLearnsAndNothingElseHasChanged()
    {
        Trainer trainer = Create(1e-3);
        trainer.Fit(s_data, epochs: 1);
        (string weights, long steps) = (trainer.Model.WeightsSha256(), trainer.Optimizer.Steps.Value.Item<long>());

        RateTrial trial = trainer.FindLearningRate(s_data, 64, from: 1e-5, to: 100);
        Assert.Equal(weights, trainer.Model.WeightsSha256());
        Assert.Equal(steps, trainer.Optimizer.Steps.Value.Item<long>());
        Assert.Equal(1e-3, trainer.Optimizer.LearningRate);
        Assert.Equal(trial.Rates.Count, trial.Losses.Count);
        Assert.Equal(trial.Rates, trial.Rates.Order());
        Assert.InRange(trial.Suggestion, 1e-3, 1);

        double before = trainer.Evaluate(s_data).Loss;
        trainer.Optimizer.LearningRate = trial.Suggestion;
        trainer.Fit(s_data, epochs: 5, batchSize: 64);
        Assert.True(trainer.Evaluate(s_data).Loss < before / 2);
    }

    [Fact]
    public void RatesThatExplodeEndTheTrial()
    {
        RateTrial trial = Create(1e-3).FindLearningRate(s_data, 64, from: 1e-3, to: 1e6, steps: 200);
        Assert.InRange(trial.Rates.Count, 5, 150);
        Assert.Contains("from a small to a large one", Assert.Throws<ArgumentException>(
            () => Create(1e-3).FindLearningRate(s_data, from: 1, to: 0.1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BatchSizesAreTriedUpToTheLimits()
    {
        Trainer trainer = Create(1e-3);
        BatchTrial trial = trainer.FindBatchSize(s_data, from: 16, to: 256, steps: 3);
        Assert.Equal([16, 32, 64, 128, 256], trial.Sizes);
        Assert.Contains(trial.Suggestion, trial.Sizes);
        Assert.Equal(trial.PeakBytes, trial.PeakBytes.Order());
        Assert.Equal(0, trainer.Optimizer.Steps.Value.Item<long>());

        Assert.Equal([16, 32], trainer.FindBatchSize(s_data, 16, 256, maxBytes: trial.PeakBytes[1], steps: 1).Sizes);
        Assert.Contains("begin with a smaller", Assert.Throws<ArgumentException>(
            () => trainer.FindBatchSize(s_data, maxBytes: 1)).Message, StringComparison.Ordinal);
    }

    private static Trainer Create(double rate) => new(
        new Sequential(seed: 1) { new Dense(16, Activation.Tanh), new Dense(1) },
        new MeanSquaredError(),
        new Sgd(rate, momentum: 0.9));
}
