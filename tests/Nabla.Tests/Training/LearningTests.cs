namespace Nabla.Tests.Training;

/// <summary>Small problems that must be learned.</summary>
public sealed class LearningTests
{
    [Fact]
    public void ExclusiveOrIsLearned()
    {
        Tensor x = Tensor.From([0f, 0, 0, 1, 1, 0, 1, 1], 4, 2), y = Tensor.From([0f, 1, 1, 0], 4, 1);
        var model = new Sequential { new Dense(8, Activation.Tanh), new Dense(1) };
        var trainer = new Trainer(model, new BinaryCrossEntropy(), new Adam(0.05)) { Metrics = { new Accuracy() } };
        for (int i = 0; i < 300; i++)
        {
            trainer.Step(x, y);
        }

        MetricValues result = trainer.Evaluate(new TensorDataset(x, y));
        Assert.Equal(1, result["accuracy"]);
        Assert.InRange(result.Loss, 0, 0.1);
    }

    [Fact]
    public void RegressionFindsTheLine()
    {
        Tensor x = Tensor.RandomNormal([64, 3], 1).Evaluate();
        Tensor weights = Tensor.From([1.5f, -2, 0.5f], 3, 1);
        var data = new TensorDataset(x, x.MatMul(weights) + 3);
        var model = new Sequential { new Dense(1) };

        new Trainer(model, new MeanSquaredError(), new Sgd(0.1)).Fit(data, epochs: 60, batchSize: 16);

        float[] found = model.Parameters[0].Value.ToArray();
        Assert.Equal(1.5, found[0], 1e-3);
        Assert.Equal(-2, found[1], 1e-3);
        Assert.Equal(0.5, found[2], 1e-3);
        Assert.Equal(3, model.Parameters[1].Value.Item<float>(), 1e-3);
    }

    [Fact]
    public void DigitsAreLearned()
    {
        Mnist mnist = Mnist.Load();
        var model = new Sequential { new Flatten(), new Dense(64, Activation.Relu), new Dropout(0.1f), new Dense(10) };
        var trainer = new Trainer(model, new CrossEntropy(), new Adam(0.005)) { Metrics = { new Accuracy() } };

        TrainingHistory history = trainer.Fit(
            mnist.Train.Take(2000), epochs: 2, batchSize: 16, validation: mnist.Test.Take(500));

        Assert.InRange(history.Last!.Validation!["accuracy"], 0.85, 1);
    }
}
