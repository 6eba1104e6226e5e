using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Training;

public sealed class CheckpointsTests : IDisposable
{
    private static readonly Dataset s_data = new TensorDataset(
        Tensor.RandomNormal([50, 6], 1), Tensor.RandomInteger([50], 0, 3, 2));

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARunIsNotPushedOutByOneThatWasFurther()
    {
        Create().Fit(s_data, 5, 10);
        Assert.Empty(_warnings);
        Trainer second = Create();
        second.Fit(s_data, 2, 10);
        Assert.Equal(
            ["checkpoint-0000000010.nabla", "checkpoint-0000000005.nabla"],
            Checkpoints.In(_folder.FullName).Select(file => Path.GetFileName(file)));
        Assert.Contains("Call Resume before Fit", Assert.Single(_warnings), StringComparison.Ordinal);

        // Nothing that was trained is lost.
        Assert.Equal(
            ["old-checkpoint-0000000020.nabla", "old-checkpoint-0000000025.nabla"],
            _folder.FileNames().Where(name => name.StartsWith("old-", StringComparison.Ordinal)).Order());

        Trainer third = Create();
        Assert.True(third.Resume(_folder.FullName));
        Assert.Equal(second.Model.WeightsSha256(), third.Model.WeightsSha256());
    }

    [Fact]
    public void TheBestIsWhatWasWritten()
    {
        string folder = _folder["run"];
        Trainer trainer = Create(folder);
        trainer.Callbacks.Add(new LambdaCallback
        {
            // No disk in the first epoch, which is the best, since no other learns.
            TrainBegin = _ => Directory.Delete(folder, recursive: true),
            EpochEnd = (t, _) =>
            {
                Directory.CreateDirectory(folder);
                t.Optimizer.LearningRate = 0;
            },
        });
        trainer.Fit(s_data, 3, 10, s_data);
        Assert.Equal(2, _warnings.Count);
        Assert.True(File.Exists(Path.Combine(folder, "best.nabla")));
    }

    [Fact]
    public void CallbacksWhoseDecisionsWouldBeMissingAreTold()
    {
        Trainer trainer = Create();
        trainer.Callbacks.Insert(0, new EarlyStopping(9));
        trainer.Callbacks.Add(new LambdaCallback());
        trainer.Fit(s_data, 1, 10);
        Assert.Empty(_warnings);
        trainer.Callbacks.Add(new ReduceOnPlateau());
        trainer.Fit(s_data, 1, 10);
        Assert.Contains("before ReduceOnPlateau", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, 25, "25 of 50 examples they would be 50")]
    [InlineData(20, 10, "10 of 20 examples they would be 20")]
    public void AnEpochIsNotTakenUpInOtherBatches(int count, int batchSize, string expected)
    {
        Trainer first = Create();
        first.Callbacks.Add(new LambdaCallback
        {
            StepEnd = (trainer, _) =>
            {
                if (trainer.Current!.BatchesDone == 3)
                {
                    trainer.WriteCheckpoint(_folder["middle.nabla"]);
                }
            },
        });
        first.Fit(s_data, 1, 10);
        Trainer second = Create();
        second.Callbacks.Add(new LambdaCallback());
        second.ReadCheckpoint(_folder["middle.nabla"]);
        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(
            () => second.Fit(s_data.Take(count), 1, batchSize)).Message, StringComparison.Ordinal);

        // The position is still there for the right call.
        second.Fit(s_data, 1, 10);
        Assert.Equal(first.Model.WeightsSha256(), second.Model.WeightsSha256());
    }

    private Trainer Create(string? folder = null)
    {
        var model = new Sequential(seed: 3) { new Dense(8), new Dense(3) };
        var trainer = new Trainer(model, new CrossEntropy(), new Sgd(0.05))
        {
            Callbacks = { new Checkpoints(folder ?? _folder.FullName) },
        };
        trainer.Warned += (_, warning) => _warnings.Add(warning.Message);
        return trainer;
    }
}
