namespace Nabla.Tests.Metrics;

public sealed class MetricTests
{
    [Fact]
    public void TheNameIsThatOfTheTypeUnlessGiven()
    {
        Assert.Equal("accuracy", new Accuracy().Name);
        Assert.Equal("top", new Accuracy { Name = "top" }.Name);
        Assert.Equal("top", new Accuracy { Name = "top" }.ToString());
        Assert.Throws<ArgumentException>(() => new Accuracy { Name = "" });
    }

    [Fact]
    public void AFormulaIsAMetric()
    {
        Metric metric = Metric.Of("bias", (p, t) => p - t);
        Tensor predictions = Tensor.From([1f, 2, 4]), targets = Tensor.From([1f, 1, 1]);

        Assert.Equal("bias", metric.Name);
        Assert.False(metric.HigherIsBetter);
        Assert.True(Metric.Of("hits", (p, t) => p.IsEqual(t), higherIsBetter: true).HigherIsBetter);
        Assert.Equal(4 / 3.0, metric.Evaluate(predictions, targets), 12);
        Assert.Equal(3.5, metric.Evaluate(predictions, targets, Tensor.From([1f, 1, 2])) * 2, 12);

        IReadOnlyList<Tensor> state = metric.Update(metric.CreateState(), predictions[..1], targets[..1]);
        Assert.Equal(4 / 3.0, metric.Result(metric.Update(state, predictions[1..], targets[1..])), 12);
        Assert.True(double.IsNaN(metric.Result(metric.CreateState())));
    }

    [Fact]
    public void AFormulaOfAWholeBatchIsRefused() => Assert.Contains(
        "give one number an element",
        Assert.Throws<ShapeMismatchException>(
            () => Metric.Of("mean", (p, t) => p.Mean()).Evaluate(Tensor.Ones(3), Tensor.Ones(3))).Message);
}
