namespace Nabla.Tests.Metrics;

public sealed class LossMetricTests
{
    [Fact]
    public void ALossIsAddedAsAMetric()
    {
        var model = new Sequential { new Dense(3) };
        var trainer = new Trainer(model, new CrossEntropy(), new Sgd())
        {
            Metrics = { new Accuracy(), new CrossEntropy(labelSmoothing: 0.1), new Precision(3) },
        };
        TensorDataset data = new(Tensor.RandomNormal([10, 4], 1), Tensor.From([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]));

        MetricValues values = trainer.Evaluate(data, batchSize: 4);
        Tensor logits = model.Predict(Tensor.RandomNormal([10, 4], 1));
        Tensor labels = Tensor.From([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
        Assert.Equal(
            new CrossEntropy(labelSmoothing: 0.1).Call(logits, labels).Item<float>(), values["cross_entropy"], 1e-5);
        Assert.Equal(new Precision(3).Evaluate(logits, labels), values["precision"], 1e-12);
        Assert.False(new LossMetric(new CrossEntropy()).HigherIsBetter);
    }

    [Fact]
    public void IgnoredLabelsDoNotCountInAMean()
    {
        Tensor logits = Tensor.RandomNormal([6, 3], 1), labels = Tensor.From([0, -1, -1, -1, 2, 1]);
        Metric metric = new CrossEntropy(ignoreIndex: -1, classWeights: [1, 2, 3]) { Reduction = Reduction.Sum };
        IReadOnlyList<Tensor> state = metric.Update(metric.CreateState(), logits[..4], labels[..4]);
        Assert.Equal(
            new CrossEntropy(ignoreIndex: -1, classWeights: [1, 2, 3]).Call(logits, labels).Item<float>(),
            metric.Result(metric.Update(state, logits[4..], labels[4..])), 1e-6);
        Assert.Equal(
            Math.Exp(new CrossEntropy(ignoreIndex: -1).Call(logits, labels).Item<float>()),
            new Perplexity(ignoreIndex: -1).Evaluate(logits, labels), 1e-5);
    }
}
