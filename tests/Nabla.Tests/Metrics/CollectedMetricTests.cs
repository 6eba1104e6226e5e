namespace Nabla.Tests.Metrics;

public sealed class CollectedMetricTests
{
    private static readonly Tensor s_predictions = Tensor.From([5f, 1, 3, 2, 4]);
    private static readonly Tensor s_targets = Tensor.Zeros(5);

    [Fact]
    public void RowsOfAllBatchesAreComputedAtOnce()
    {
        var metric = new Median();
        var rows = new CollectedRows(metric);
        Assert.True(double.IsNaN(rows.Result()));
        rows.Add(metric.Collect(s_predictions[..2], s_targets[..2]));
        rows.Add(metric.Collect(s_predictions[2..], s_targets[2..]));

        Assert.Equal(5, rows.Count);
        Assert.Equal(3, rows.Result());
        Assert.Equal(3, metric.Evaluate(s_predictions, s_targets));
        rows.Clear();
        Assert.Equal(0, rows.Count);
    }

    [Fact]
    public void BatchesOfAnotherKindAreRefused()
    {
        var rows = new CollectedRows(new Median());
        rows.Add([Tensor.Zeros(2, 3)]);
        var exception = Assert.Throws<ShapeMismatchException>(() => rows.Add([Tensor.Zeros(2, 4)]));
        Assert.Contains("collected rows [4] after rows [3]", exception.Message);
        Assert.Throws<ShapeMismatchException>(() => rows.Add([Tensor.Zeros(2, 3), Tensor.Zeros(3)]));
    }

    [Fact]
    public void ThereIsNoState()
    {
        var metric = new Median();
        Assert.Empty(metric.CreateState());
        Assert.Empty(metric.Update([], s_predictions, s_targets));
        Assert.Contains(
            "call Evaluate", Assert.Throws<NotSupportedException>(() => metric.Result([])).Message);
    }

    private sealed class Median : CollectedMetric
    {
        public override IReadOnlyList<Tensor> Collect(Tensor predictions, Tensor targets, Tensor? weights = null) =>
            [predictions - targets];

        public override double Compute(IReadOnlyList<double[,]> columns) =>
            columns[0].Cast<double>().Order().ElementAt(columns[0].Length / 2);
    }
}
