namespace Nabla.Tests.Training;

public sealed class ModelSummaryTests
{
    [Fact]
    public void TheTreeIsATable()
    {
        var model = new Sequential
        {
            new Flatten(),
            new Sequential { new Dense(16, Activation.Sigmoid), new Dense(16) { Name = "hidden", Trainable = false } },
            new Dense(10),
        };
        Assert.Contains("Build", Assert.Throws<InvalidOperationException>(model.Summary).Message);
        model.Build(28, 28);

        string[] lines = model.Summary().ToString().Split('\n');

        Assert.Equal("layer             output  parameters", lines[0]);
        Assert.Equal("Sequential        [10]              ", lines[1]);
        Assert.Equal("  0 Flatten       [784]            0", lines[2]);
        Assert.Equal("  1 Sequential    [16]              ", lines[3]);
        Assert.Equal("    0 Dense       [16]        12,560", lines[4]);
        Assert.Equal("    hidden Dense  [16]           272", lines[5]);
        Assert.Equal("  2 Dense         [10]           170", lines[6]);
        Assert.Equal("13,002 parameters, 12,730 trainable, 52 kB", lines[7]);
    }

    [Fact]
    public void MemoryOfAStepIsKnown()
    {
        var trainer = new Trainer(
            new Sequential { new Dense(64, Activation.Relu), new Dense(3) }, new CrossEntropy(), new Adam());
        var data = new TensorDataset(Tensor.Zeros(100, 8), Tensor.From(new int[100]));
        ModelSummary small = trainer.Summary(data, 8), large = trainer.Summary(data, 64);

        Assert.InRange(small.TrainingPeakBytes!.Value, 8 * 64 * 4, 1 << 20);
        Assert.True(large.TrainingPeakBytes > small.TrainingPeakBytes);
        Assert.Contains("a step of 64 examples", large.ToString());
    }
}
