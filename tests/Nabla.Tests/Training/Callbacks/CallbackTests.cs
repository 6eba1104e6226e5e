using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Training;

public sealed class CallbackTests
{
    private static readonly Dataset s_data = new TensorDataset(
        Tensor.RandomNormal([40, 4], 1), Tensor.RandomInteger([40], 0, 2, 2));

    [Fact]
    public void HooksAreCalledInOrder()
    {
        var calls = new List<string>();
        Trainer trainer = Create();
        trainer.Callbacks.Add(new LambdaCallback
        {
            TrainBegin = _ => calls.Add("train begin"),
            EpochBegin = (_, epoch) => calls.Add($"epoch {epoch} begin"),
            StepBegin = _ => calls.Add("step begin"),
            StepEnd = (_, loss) => calls.Add(double.IsFinite(loss) ? "step end" : "?"),
            EpochEnd = (_, record) => calls.Add($"epoch {record.Epoch} end"),
            TrainEnd = t => calls.Add($"train end, {t.Current!.EpochsDone} done"),
        });
        trainer.Fit(s_data, epochs: 2, batchSize: 40);
        Assert.Equal(
            [
                "train begin", "epoch 1 begin", "step begin", "step end", "epoch 1 end",
                "epoch 2 begin", "step begin", "step end", "epoch 2 end", "train end, 2 done",
            ],
            calls);
    }

    [Fact]
    public void FitWithinFitIsRefused()
    {
        Trainer trainer = Create();
        trainer.Callbacks.Add(new LambdaCallback { EpochEnd = (t, _) => t.Fit(s_data, epochs: 1) });
        Assert.Contains("called within itself", Assert.Throws<InvalidOperationException>(
            () => trainer.Fit(s_data, epochs: 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EarlyStoppingPutsTheBestWeightsBack()
    {
        Trainer trainer = Create(rate: 0.5);
        var weights = new List<string>();
        trainer.Callbacks.Add(new LambdaCallback { EpochEnd = (t, _) => weights.Add(t.Model.WeightsSha256()) });
        var stopping = new EarlyStopping(patience: 3, monitor: "val_loss");
        trainer.Callbacks.Add(stopping);
        TrainingHistory history = trainer.Fit(s_data.Take(20), epochs: 500, 10, validation: s_data.Skip(20));

        double[] losses = [.. history.Epochs.Select(epoch => epoch.Validation!.Loss)];
        Assert.True(stopping.HasStopped);
        Assert.Equal(stopping.BestEpoch + 3, history.Epochs.Count);
        Assert.Equal(losses.Min(), stopping.Best);
        Assert.Equal(Array.IndexOf(losses, losses.Min()) + 1, stopping.BestEpoch);
        Assert.Equal(weights[stopping.BestEpoch - 1], trainer.Model.WeightsSha256());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheBestAveragesAreKeptWhereTheModelIsJudgedByThem(bool swapsFirst)
    {
        using var folder = new TemporaryFolder();
        TrainingCallback stopping = new EarlyStopping(patience: 3), swap = new SwapAverage();
        var checkpoints = new Nabla.Checkpoints(folder.FullName);
        var trainer = new Trainer(Model(), new CrossEntropy(), new Sgd(0.5))
        {
            Average = new ExponentialAverage(0.5),
            Callbacks = { swapsFirst ? swap : stopping, swapsFirst ? stopping : swap, checkpoints },
        };
        Dataset validation = s_data.Skip(20);
        TrainingHistory history = trainer.Fit(s_data.Take(20), epochs: 500, 10, validation);
        double best = history.Epochs.Min(epoch => epoch.Validation!.Loss);
        Assert.NotEqual(best, history.Last!.Validation!.Loss);
        Assert.Equal(best, trainer.Evaluate(validation).Loss);
        Assert.Equal(trainer.Model.WeightsSha256(), Nabla.Model.Load(checkpoints.BestFile).WeightsSha256());
    }

    [Fact]
    public void AWrongNameToWatchIsFoundBeforeTraining()
    {
        Trainer trainer = Create();
        trainer.Callbacks.Add(new EarlyStopping(monitor: "val_acuracy"));
        Assert.Contains("loss, accuracy", Assert.Throws<ArgumentException>(
            () => trainer.Fit(s_data, 1, validation: s_data)).Message, StringComparison.Ordinal);

        Trainer blind = Create();
        blind.Callbacks.Add(new EarlyStopping(monitor: "val_accuracy"));
        Assert.Contains("Fit got none", Assert.Throws<ArgumentException>(
            () => blind.Fit(s_data, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(0, blind.Optimizer.Steps.Value.Item<long>());
    }

    [Fact]
    public void APlateauLowersTheRate()
    {
        Trainer trainer = Create(rate: 1e-9);
        trainer.Callbacks.Add(new ReduceOnPlateau(factor: 0.1, patience: 2, cooldown: 1, minRate: 5e-12));
        double[] rates = [.. trainer.Fit(s_data, 9, 40).Epochs.Select(epoch => epoch.LearningRate)];
        double[] expected = [1e-9, 1e-9, 1e-9, 1e-10, 1e-10, 1e-11, 1e-11, 5e-12, 5e-12];
        Assert.All(expected.Zip(rates), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * pair.First));
    }

    [Fact]
    public void ATimeLimitEndsTheEpochUnderWay()
    {
        Trainer trainer = Create();
        trainer.Callbacks.Add(new TimeLimit(TimeSpan.FromMilliseconds(1)));
        trainer.Callbacks.Add(new LambdaCallback { StepBegin = _ => Thread.Sleep(1) });
        TrainingHistory history = trainer.Fit(s_data, epochs: 100, batchSize: 4);
        Assert.InRange(history.Last!.Examples, 4, 39);
        Assert.Single(history.Epochs);
        Assert.False(history.WasCancelled);
    }

    [Fact]
    public void TheLogHasALineForEachEpoch()
    {
        using var folder = new TemporaryFolder();
        Trainer trainer = Create();
        trainer.Callbacks.Add(new CsvLog(folder["log.csv"]));
        trainer.Fit(s_data, epochs: 2, validation: s_data);
        string[] lines = File.ReadAllLines(folder["log.csv"]);
        Assert.Equal("epoch,seconds,examples_per_second,learning_rate,loss,accuracy,val_loss,val_accuracy", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.Equal(
            trainer.History.Last!.Training.Loss,
            double.Parse(lines[2].Split(',')[4], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void TheLogHasAColumnForWhateverAnyEpochHas()
    {
        using var folder = new TemporaryFolder();
        Trainer trainer = new(Model(), new CrossEntropy(), new Sgd(0.1))
        {
            Metrics = { Metric.Of("p, \"t\"", (p, t) => p) },
            Callbacks = { new CsvLog(folder["log.csv"]) },
        };
        trainer.Fit(s_data, epochs: 1);
        trainer.Fit(s_data, epochs: 1, validation: s_data);
        string[] lines = File.ReadAllLines(folder["log.csv"]);
        Assert.Equal(
            "epoch,seconds,examples_per_second,learning_rate,loss,\"p, \"\"t\"\"\",val_loss,\"val_p, \"\"t\"\"\"",
            lines[0]);
        Assert.Equal(["", ""], lines[1].Split(',')[6..]);
        Assert.Equal(8, lines[2].Split(',').Length);
        Assert.DoesNotContain("", lines[2].Split(','));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheAverageOfWhatIsTrainedLaterBeginsWithItsValue(bool inSteps)
    {
        Sequential model = Model();
        var trainer = new Trainer(model, new CrossEntropy(), new Sgd(1e-9)) { Average = new ExponentialAverage(0.9) };
        model.Layers[0].Trainable = false;
        trainer.Fit(s_data, epochs: 1);
        model.Layers[0].Trainable = true;
        if (inSteps)
        {
            trainer.Step(s_data.Read([0, 1, 2]));
        }
        else
        {
            trainer.Fit(s_data, epochs: 1);
        }

        float[] trained = model.Parameters[0].Value.ToArray();
        using AverageScope used = trainer.Average.Use();
        Assert.All(
            trained.Zip(model.Parameters[0].Value.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void AveragesAreNotTrained()
    {
        var trainer = new Trainer(Model(), new CrossEntropy(), new Sgd(0.5))
        {
            Average = new ExponentialAverage(0.5),
        };
        Batch batch = s_data.Read([0, 1, 2]);
        trainer.Step(batch);
        using (trainer.Average.Use())
        {
            Assert.Contains("swap back", Assert.Throws<InvalidOperationException>(
                () => trainer.Step(batch)).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => trainer.Fit(s_data, epochs: 1));
        }

        trainer.Step(batch);
        Assert.Equal(2, trainer.Optimizer.Steps.Value.Item<long>());
    }

    [Fact]
    public void TheModelIsJudgedByAveragesAndTrainedByItsWeights()
    {
        var average = new ExponentialAverage(0.5);
        var trainer = new Trainer(Model(), new CrossEntropy(), new Sgd(0.5))
        {
            Average = average,
            Callbacks = { new SwapAverage() },
        };
        trainer.Fit(s_data, epochs: 3, batchSize: 10, validation: s_data);
        Assert.True(average.IsSwapped);
        Assert.Equal(trainer.History.Last!.Validation!.Loss, trainer.Evaluate(s_data).Loss);

        var plain = new Trainer(Model(), new CrossEntropy(), new Sgd(0.5));
        plain.Fit(s_data, epochs: 3, batchSize: 10);
        average.Swap();
        Assert.Equal(plain.Model.WeightsSha256(), trainer.Model.WeightsSha256());
        Assert.Contains("needs averages", Assert.Throws<InvalidOperationException>(() =>
        {
            plain.Callbacks.Add(new SwapAverage());
            plain.Fit(s_data, 1);
        }).Message, StringComparison.Ordinal);
    }

    private static Trainer Create(double rate = 0.01) =>
        new(Model(), new CrossEntropy(), new Sgd(rate)) { Metrics = { new Accuracy() } };

    private static Sequential Model() => new(seed: 2) { new Dense(8, Activation.Tanh), new Dense(2) };
}
