using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private static readonly Dataset s_data = new TensorDataset(
        Tensor.RandomNormal([50, 6], 1), Tensor.RandomInteger([50], 0, 3, 2));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(14, false)]
    [InlineData(23, true)]
    [InlineData(29, false)]
    public void ARunThatWasInterruptedEndsInTheSameBits(int interruptedAfter, bool prefetched)
    {
        Dataset data = s_data.Map(new Dropout(0.1f));
        data = prefetched ? data.Prefetch(2) : data;
        (string weights, string history) = Outcome(Create(null), data);

        Trainer first = Create(_folder.FullName);
        first.Callbacks.Add(new Interruption(interruptedAfter));
        Assert.Throws<OperationCanceledException>(() => Outcome(first, data));

        Trainer second = Create(_folder.FullName);
        second.Callbacks.Add(new Interruption(int.MaxValue));
        Assert.Equal(interruptedAfter > 1, second.Resume(_folder.FullName));
        Assert.Equal((weights, history), Outcome(second, data));
    }

    [Fact]
    public void ARunThatWasCancelledGoesOnFromACheckpointThatWasWrittenAfterwards()
    {
        (string weights, string history) = Outcome(Plain(), s_data);
        using var stop = new CancellationTokenSource();
        Trainer first = Plain();
        first.Callbacks.Add(new LambdaCallback
        {
            StepEnd = (trainer, _) =>
            {
                if (trainer.Current!.EpochsDone == 2 && trainer.Current.BatchesDone == 3)
                {
                    stop.Cancel();
                }
            },
        });
        first.Fit(s_data, epochs: 5, batchSize: 8, validation: s_data.Take(20), cancellationToken: stop.Token);
        first.WriteCheckpoint(_folder["c.nabla"]);

        Trainer second = Plain();
        second.ReadCheckpoint(_folder["c.nabla"]);
        Assert.Equal((weights, history), Outcome(second, s_data));
    }

    [Fact]
    public void ACheckpointIsAModelToo()
    {
        Trainer trainer = Create(null);
        Outcome(trainer, s_data);
        trainer.Average!.Swap();
        trainer.WriteCheckpoint(_folder["c.nabla"]);
        Assert.Equal(trainer.Model.WeightsSha256(), Model.Load(_folder["c.nabla"]).WeightsSha256());
    }

    [Fact]
    public void AnotherModelIsToldVariableByVariable()
    {
        Trainer trainer = Create(null);
        Outcome(trainer, s_data);
        trainer.WriteCheckpoint(_folder["c.nabla"]);

        var other = new Sequential { new Dense(5), new Dense(3, useBias: false) };
        other.Build(6);
        string before = other.WeightsSha256();
        InvalidFileException error = Assert.Throws<InvalidFileException>(
            () => new Trainer(other, new CrossEntropy(), new Adam()).ReadCheckpoint(_folder["c.nabla"]));
        Assert.Contains("'0.weight' is float32[6, 5] here and float32[6, 8] in the file", error.Message);
        Assert.Contains("'2.weight'", error.Message);
        Assert.Equal(before, other.WeightsSha256());
    }

    [Fact]
    public void AnotherOptimizerIsRefusedAndNothingChanges()
    {
        Trainer trainer = Create(null);
        Outcome(trainer, s_data);
        trainer.WriteCheckpoint(_folder["c.nabla"]);

        var other = new Trainer(NewModel(), new CrossEntropy(), new Sgd(0.1, momentum: 0.9));
        other.Model.Build(6);
        string before = other.Model.WeightsSha256();
        InvalidFileException error = Assert.Throws<InvalidFileException>(
            () => other.ReadCheckpoint(_folder["c.nabla"]));
        Assert.Contains("another trainer", error.Message);
        Assert.Equal(before, other.Model.WeightsSha256());
    }

    [Fact]
    public void AnyBitThatFlipsIsNoticed()
    {
        Trainer trainer = Create(null);
        Outcome(trainer, s_data);
        trainer.WriteCheckpoint(_folder["c.nabla"]);
        byte[] bytes = File.ReadAllBytes(_folder["c.nabla"]);
        var random = new Random(5);
        for (int i = 0; i < 60; i++)
        {
            byte[] damaged = [.. bytes];
            damaged[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(_folder["damaged.nabla"], damaged);
            try
            {
                Trainer reader = Create(null);
                reader.ReadCheckpoint(_folder["damaged.nabla"]);

                // Padding and the order of keys carry nothing; what was read is then what was written.
                Assert.Equal(trainer.Model.WeightsSha256(), reader.Model.WeightsSha256());
                Assert.Equal(trainer.History.Epochs.Count, reader.History.Epochs.Count);
            }
            catch (InvalidFileException)
            {
                // As it should be.
            }
        }
    }

    [Fact]
    public void AModelAloneIsNoCheckpoint()
    {
        Trainer trainer = Create(null);
        Outcome(trainer, s_data);
        trainer.Model.Save(_folder["m.nabla"]);
        Assert.Contains("no training", Assert.Throws<InvalidFileException>(
            () => trainer.ReadCheckpoint(_folder["m.nabla"])).Message);
    }

    [Fact]
    public void TheLastFewAreKeptAndADamagedOneIsPassedOver()
    {
        Trainer trainer = Create(_folder.FullName);
        Outcome(trainer, s_data);
        IReadOnlyList<string> files = Nabla.Checkpoints.In(_folder.FullName);
        Assert.Equal(2, files.Count);
        Assert.True(File.Exists(_folder["best.nabla"]));
        Assert.Empty(Nabla.Checkpoints.In(_folder["nowhere"]));

        File.WriteAllBytes(files[0], File.ReadAllBytes(files[0])[..500]);
        var warnings = new List<string>();
        Trainer next = Create(_folder.FullName);
        next.Warned += (_, warning) => warnings.Add(warning.Message);
        Assert.True(next.Resume(_folder.FullName));
        Assert.Contains("The checkpoint before is used", Assert.Single(warnings));
    }

    [Fact]
    public void ACheckpointHoldsTheWeightsOfTrainingAlsoWhileAveragesAreInUse()
    {
        Trainer trainer = Create(null);
        Outcome(trainer, s_data);
        Assert.True(trainer.Average!.IsSwapped);
        string averaged = trainer.Model.WeightsSha256();
        trainer.WriteCheckpoint(_folder["c.nabla"]);
        Assert.Equal(averaged, trainer.Model.WeightsSha256());
        trainer.Average.Swap();
        string trained = trainer.Model.WeightsSha256();
        Assert.NotEqual(averaged, trained);

        Trainer other = Create(null);
        other.ReadCheckpoint(_folder["c.nabla"]);
        Assert.Equal(trained, other.Model.WeightsSha256());
        other.Average!.Swap();
        Assert.Equal(averaged, other.Model.WeightsSha256());

        other.ReadCheckpoint(_folder["c.nabla"]);
        Assert.False(other.Average.IsSwapped);
        Assert.Equal(trained, other.Model.WeightsSha256());
    }

    [Fact]
    public void TrainingGoesOnWhenNothingCanBeWritten()
    {
        Trainer trainer = Create(_folder.FullName);
        var warnings = new List<string>();
        trainer.Warned += (_, warning) => warnings.Add(warning.Message);
        Directory.Delete(_folder.FullName, recursive: true);
        Outcome(trainer, s_data);
        Assert.Equal(5, trainer.History.Epochs.Count);
        Assert.Contains("training goes on", warnings[0]);
        Directory.CreateDirectory(_folder.FullName);
    }

    private static (string Weights, string History) Outcome(Trainer trainer, Dataset data)
    {
        trainer.Fit(data, epochs: 5, batchSize: 8, validation: s_data.Take(20));
        return (trainer.Model.WeightsSha256(), string.Join('\n', trainer.History.Epochs.Select(
            epoch => $"{epoch.Epoch} {epoch.Training} {epoch.Validation} {epoch.LearningRate:R}")));
    }

    private static Trainer Create(string? folder)
    {
        var trainer = new Trainer(NewModel(), new CrossEntropy(), new Adam(0.02))
        {
            AccumulationSteps = 2,
            Average = new ExponentialAverage(0.9),
            Metrics = { new Accuracy() },
            Callbacks =
            {
                new SwapAverage(),
                new ReduceOnPlateau(factor: 0.5, patience: 1, monitor: "accuracy"),
                new EarlyStopping(patience: 9),
            },
        };
        if (folder is not null)
        {
            trainer.Callbacks.Add(new Nabla.Checkpoints(folder, everySteps: 1));
        }

        return trainer;
    }

    // Nothing that changes the weights when training ends.
    private static Trainer Plain() => new(NewModel(), new CrossEntropy(), new Adam(0.02))
    {
        Metrics = { new Accuracy() },
        Callbacks = { new LearningRateScheduler(new OneCycle(0.02)) },
    };

    private static Sequential NewModel() =>
        new(seed: 7) { new Dense(8, Activation.Relu), new Dropout(0.2f), new Dense(3) };

    private sealed class Interruption(int after) : TrainingCallback
    {
        private int _steps;

        public override void OnStepBegin(Trainer trainer)
        {
            if (++_steps >= after)
            {
                throw new OperationCanceledException("the process is gone");
            }
        }
    }
}
