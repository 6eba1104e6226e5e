using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Training;

public sealed class SwapAverageTests : IDisposable
{
    private static readonly Dataset s_data = new TensorDataset(
        Tensor.RandomNormal([50, 6], 1), Tensor.RandomInteger([50], 0, 3, 2));

    private static readonly Dataset s_validation = new TensorDataset(
        Tensor.RandomNormal([50, 6], 9), Tensor.RandomInteger([50], 0, 3, 10));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatEarlyStoppingPutsBackIsWhatWasJudged(bool isStoppingFirst)
    {
        var stopping = new EarlyStopping(patience: 2);
        Trainer trainer = Create();
        trainer.Callbacks.Insert(isStoppingFirst ? 0 : 1, stopping);
        trainer.Callbacks.Add(new Checkpoints(_folder.FullName));
        TrainingHistory history = trainer.Fit(s_data, 40, 10, s_validation);

        Assert.InRange(stopping.BestEpoch, 2, history.Epochs.Count - 1);
        Assert.Equal(stopping.Best, trainer.Evaluate(s_validation).Loss);
        var best = new Trainer(Model.Load(_folder["best.nabla"]), new CrossEntropy(), new Sgd(0.1));
        Assert.Equal(stopping.Best, best.Evaluate(s_validation).Loss);

        // Of both orders the next call starts from the same weights of training.
        trainer.Average!.Swap();
        trainer.Callbacks.Clear();
        trainer.Fit(s_data, 1, 10, s_validation);
        Assert.Equal(1.0, trainer.History.Epochs[^1].Training.Loss, tolerance: 0.1);
    }

    [Fact]
    public void ACheckpointWrittenWhileTheyAreSwappedGoesOnWithTheWeightsOfTraining()
    {
        Trainer trainer = Create();
        trainer.Fit(s_data, 3, 10, s_validation);
        Assert.True(trainer.Average!.IsSwapped);
        trainer.WriteCheckpoint(_folder["c.nabla"]);
        Trainer next = Create();
        next.ReadCheckpoint(_folder["c.nabla"]);
        Assert.False(next.Average!.IsSwapped);

        trainer.Fit(s_data, 2, 10);
        next.Fit(s_data, 2, 10);
        Assert.Equal(trainer.Model.WeightsSha256(), next.Model.WeightsSha256());
    }

    [Fact]
    public void AveragesAreNotTrainedOnceStepsAreCompiled()
    {
        Trainer trainer = Create();
        trainer.Callbacks.Clear();
        trainer.Fit(s_data, 1, 10);
        using (trainer.Average!.Use())
        {
            Assert.Contains("swap back first", Assert.Throws<InvalidOperationException>(
                () => trainer.Fit(s_data, 1, 10)).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => trainer.Step(s_data.Read([1, 2])));
        }

        trainer.Fit(s_data, 1, 10);
    }

    [Fact]
    public void TheAverageOfALayerThatJoinsLaterStartsFromItsWeights()
    {
        var body = new Dense(8);
        var model = new Sequential(seed: 1) { body, new Dense(3) };
        model.Build(6);
        body.Trainable = false;
        var trainer = new Trainer(model, new CrossEntropy(), new Sgd(0.01)) { Average = new ExponentialAverage() };
        trainer.Fit(s_data, 2, 10);
        body.Trainable = true;
        trainer.Fit(s_data, 1, 10);

        float[] weights = First();
        using (trainer.Average.Use())
        {
            Assert.All(First().Zip(weights), pair => Assert.Equal(pair.First, pair.Second, tolerance: 0.02f));
            Assert.NotEqual(weights, First());
        }

        float[] First() => model.TrainableParameters[0].Value.ToArray<float>();
    }

    private static Trainer Create()
    {
        var model = new Sequential(seed: 3) { new Dense(8), new Dense(3) };
        model.Build(6);
        return new Trainer(model, new CrossEntropy(), new Sgd(0.3))
        {
            Average = new ExponentialAverage(0.9),
            Callbacks = { new SwapAverage() },
        };
    }
}
