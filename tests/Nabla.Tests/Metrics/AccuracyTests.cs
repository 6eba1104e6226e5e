namespace Nabla.Tests.Metrics;

public sealed class AccuracyTests
{
    private static readonly Tensor s_scores = Tensor.From([0.1f, 0.9f, 2, 1, -3, -4], 3, 2);

    [Fact]
    public void LabelsAreCounted() => Assert.Equal(2 / 3.0, Of(new Accuracy(), s_scores, Tensor.From([1, 0, 1])));

    [Fact]
    public void OneHotTargetsAreCounted() =>
        Assert.Equal(1 / 3.0, Of(new Accuracy(), s_scores, Tensor.From([1f, 0, 0, 1, 1, 0], 3, 2)));

    [Theory]
    [InlineData(0, 0.75)]
    [InlineData(0.5, 0.5)]
    public void YesOrNoIsJudgedByTheThreshold(double threshold, double expected)
    {
        Tensor scores = Tensor.From([-1f, 0.25f, 1, 2], 4, 1), targets = Tensor.From([0f, 1, 1, 0], 4, 1);
        Assert.Equal(expected, Of(new Accuracy(threshold), scores, targets));
    }

    [Fact]
    public void BatchesAddUpExactly()
    {
        var metric = new Accuracy();
        IReadOnlyList<Tensor> state = metric.CreateState();
        state = metric.Update(state, s_scores, Tensor.From([1, 0, 0]));
        state = metric.Update(state, s_scores[..1], Tensor.From([0], 1));

        Assert.Equal(3, state[0].Item<double>());
        Assert.Equal(4, state[1].Item<double>());
        Assert.Equal(0.75, metric.Result(state));
        Assert.True(double.IsNaN(metric.Result(metric.CreateState())));
    }

    [Fact]
    public void WeightsCountExamplesMoreThanOnce() => Assert.Equal(
        2 / 2.5,
        new Accuracy().Evaluate(s_scores, Tensor.From([1, 1, 0]), Tensor.From([1.5f, 0.5f, 0.5f])));

    [Fact]
    public void ShapesThatDoNotBelongTogetherAreRefused()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => Of(new Accuracy(), s_scores, Tensor.From([1, 0, 1], 3, 1)));
        Assert.Contains("give labels [3]", exception.Message);
    }

    private static double Of(Accuracy metric, Tensor predictions, Tensor targets) =>
        metric.Evaluate(predictions, targets);
}
