using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Training;

/// <summary>Of a checkpoint that does not belong to a trainer, what differs is told, and nothing is changed.</summary>
public sealed class CheckpointDifferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CheckpointDifferenceTests()
    {
        Trainer trainer = Create(new Dense(5, Activation.Relu), seed: 1, new CrossEntropy());
        trainer.Step(Tensor.RandomNormal([8, 4], 1), Tensor.RandomInteger([8], 0, 3, 2));
        trainer.WriteCheckpoint(_folder["c.nabla"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnotherActivation() => AssertRefused(
        Create(new Dense(5, Activation.Tanh), 1, new CrossEntropy()), "another model",
        "layers[0].activation is \"tanh\" here and \"relu\" in the file");

    [Fact]
    public void AnotherSeed() => AssertRefused(
        Create(new Dense(5, Activation.Relu), 2, new CrossEntropy()), "another model",
        "seed is 2 here and 1 in the file");

    [Fact]
    public void AnotherRateOfDropout()
    {
        Trainer trainer = new(
            new Sequential(seed: 1) { new Dense(5, Activation.Relu), new Dropout(0.5), new Dense(3) },
            new CrossEntropy(), new Adam());
        AssertRefused(trainer, "another model", "layers[1].rate is 0.5 here and 0.2 in the file");
    }

    [Fact]
    public void AnotherLoss() => AssertRefused(
        Create(new Dense(5, Activation.Relu), 1, new CrossEntropy(labelSmoothing: 0.1)), "another trainer",
        "\"labelSmoothing\":0.1", "\"labelSmoothing\":0");

    [Fact]
    public void ACallbackThatCannotGoOn_ChangesNothing()
    {
        Trainer saved = Create(new Dense(5, Activation.Relu), 1, new CrossEntropy());
        saved.Callbacks.Add(new EarlyStopping(3));
        saved.Callbacks.Add(new Forgetful());
        Tensor x = Tensor.RandomNormal([8, 4], 1), y = Tensor.RandomInteger([8], 0, 3, 2);
        saved.Fit(new TensorDataset(x, y), epochs: 2);
        saved.WriteCheckpoint(_folder["d.nabla"]);

        Trainer trainer = Create(new Dense(5, Activation.Relu), 1, new CrossEntropy());
        var stopping = new EarlyStopping(3);
        trainer.Callbacks.Add(stopping);
        trainer.Callbacks.Add(new Forgetful());
        trainer.Model.Build(4);
        string before = trainer.Model.WeightsSha256();
        InvalidFileException error =
            Assert.Throws<InvalidFileException>(() => trainer.ReadCheckpoint(_folder["d.nabla"]));

        Assert.Contains("Forgetful could not take up its state: what was it?", error.Message);
        Assert.Equal(before, trainer.Model.WeightsSha256());
        Assert.Equal(0, stopping.BestEpoch);
        Assert.Empty(trainer.History.Epochs);
    }

    private static Trainer Create(Layer first, int seed, Loss loss) =>
        new(new Sequential(seed) { first, new Dropout(0.2), new Dense(3) }, loss, new Adam());

    private void AssertRefused(Trainer trainer, params string[] fragments)
    {
        trainer.Model.Build(4);
        string before = trainer.Model.WeightsSha256();
        InvalidFileException error =
            Assert.Throws<InvalidFileException>(() => trainer.ReadCheckpoint(_folder["c.nabla"]));
        Assert.All(fragments, fragment => Assert.Contains(fragment, error.Message));
        Assert.Equal(before, trainer.Model.WeightsSha256());
    }

    private sealed class Forgetful : TrainingCallback
    {
        protected internal override void SaveState(CallbackState state) => state.Set("one", 1);

        protected internal override void LoadState(CallbackState state) =>
            throw new InvalidOperationException("what was it?");
    }
}
