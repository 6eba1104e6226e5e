namespace Nabla.Tests.Data;

public sealed class PrefetchTests
{
    private static Dataset Source() => new TensorDataset(
        Tensor.RandomNormal([103, 6], 1), Tensor.RandomInteger([103], 0, 3, 2)).Map(x => x * 2).Map(new Dropout(0.3f));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(3, 2)]
    public void WeightsAreTheSameForAnyNumberOfWorkers(int workers, int ahead)
    {
        string expected = Trained(Source());
        Assert.Equal(expected, Trained(Source().Prefetch(workers, ahead)));
    }

    [Fact]
    public void SelectionsAndMapsMayFollow()
    {
        Dataset ahead = Source().Prefetch(2);
        Assert.Equal(
            Trained(Source().Take(50).Map(x => x + 1)), Trained(ahead.Take(50).Map(x => x + 1)));
        Assert.Contains("comes before Prefetch", Assert.Throws<ArgumentException>(
            () => ahead.WithWeights(Tensor.Ones(103))).Message, StringComparison.Ordinal);
        Assert.Contains("ahead already", Assert.Throws<ArgumentException>(
            () => ahead.Prefetch()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoopsOfOnesOwnSeeTheSameBatches()
    {
        float[][] direct = [.. Source().Batches(16, seed: 3, epoch: 2).Select(batch => batch.Input.ToArray())];
        float[][] ahead = [.. Source().Prefetch(2).Batches(16, seed: 3, epoch: 2).Select(b => b.Input.ToArray())];
        Assert.Equal(7, direct.Length);
        Assert.Equal(direct, ahead);
        Assert.NotEqual(direct[0], Source().Batches(16, seed: 3, epoch: 1).First().Input.ToArray());
        Assert.Equal(
            Source().ReadTransformed([0, 1]).Input.ToArray(), Source().Batches(2).First().Input.ToArray());
    }

    [Fact]
    public void WhatFailsAheadFailsInFit()
    {
        Dataset data = new FailingDataset().Prefetch(2);
        var trainer = new Trainer(new Sequential { new Dense(1) }, new MeanSquaredError(), new Sgd(0.1));
        Assert.Contains("row 24", Assert.Throws<InvalidDataException>(
            () => trainer.Fit(data, epochs: 1, batchSize: 8, shuffle: false)).Message, StringComparison.Ordinal);
        Assert.Equal(3, trainer.Optimizer.Steps.Value.Item<long>());
    }

    [Fact]
    public void CancellingStopsTheWorkers()
    {
        using var stop = new CancellationTokenSource();
        var trainer = new Trainer(new Sequential { new Dense(3) }, new CrossEntropy(), new Sgd(0.1))
        {
            Callbacks = { new CancelAfter(stop) },
        };
        TrainingHistory history = trainer.Fit(
            Source().Prefetch(2), epochs: 1000, batchSize: 10, cancellationToken: stop.Token);
        Assert.True(history.WasCancelled);
        Assert.Equal(5, trainer.Optimizer.Steps.Value.Item<long>());
    }

    private static string Trained(Dataset data)
    {
        var model = new Sequential(seed: 3) { new Dense(4, Activation.Tanh), new Dense(3) };
        var trainer = new Trainer(model, new CrossEntropy(), new Adam(0.01));
        trainer.Fit(data, epochs: 3, batchSize: 16);
        return model.WeightsSha256();
    }

    private sealed class CancelAfter(CancellationTokenSource stop) : TrainingCallback
    {
        private int _steps;

        public override void OnStepEnd(Trainer trainer, double loss)
        {
            if (++_steps == 5)
            {
                stop.Cancel();
            }
        }
    }

    private sealed class FailingDataset : Dataset
    {
        public override int Count => 40;

        public override ExampleSpec Spec { get; } =
            new([new TensorSpec(DType.Float32, [2])], [new TensorSpec(DType.Float32, [1])]);

        public override Batch Read(ReadOnlySpan<int> examples) => examples.Contains(24)
            ? throw new InvalidDataException("row 24 is damaged")
            : new Batch(Tensor.Ones(examples.Length, 2), Tensor.Ones(examples.Length, 1));
    }
}
