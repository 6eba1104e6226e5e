namespace Nabla.Tests.Metrics;

public sealed class ConfusionMetricTests
{
    private static readonly Tensor s_scores = Tensor.From(
        [3f, 1, 0, 0, 2, 1, 0, 5, 1, 1, 0, 2], 4, 3);

    private static readonly Tensor s_labels = Tensor.From([0, 1, 2, 2]);

    [Fact]
    public void TheTableHasARowForEachTrueClass()
    {
        var metric = new ConfusionMatrix(3);
        Assert.Equal(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 1, 1 } }, metric.TableOf(s_scores, s_labels));
        Assert.Equal(0.75, metric.Evaluate(s_scores, s_labels));
        Assert.Equal(
            new double[,] { { 0.5, 0, 0 }, { 0, 2, 0 }, { 0, 0.25, 3 } },
            metric.TableOf(s_scores, s_labels, Tensor.From([0.5f, 2, 0.25f, 3])));
    }

    [Fact]
    public void OneHotTargetsAndDecisionsAreTaken()
    {
        double[,] expected = new ConfusionMatrix(3).TableOf(s_scores, s_labels);
        Assert.Equal(expected, new ConfusionMatrix(3).TableOf(s_scores, s_labels.OneHot(3)));
        Assert.Equal(expected, new ConfusionMatrix(3).TableOf(s_scores.ArgMax(-1).Cast(DType.Int32), s_labels));
    }

    [Fact]
    public void YesOrNoIsJudgedByTheThreshold()
    {
        Tensor scores = Tensor.From([-1f, 0.25f, 1, 2], 4, 1), targets = Tensor.From([0f, 1, 1, 0], 4, 1);
        Assert.Equal(new double[,] { { 1, 1 }, { 0, 2 } }, new ConfusionMatrix().TableOf(scores, targets));
        Assert.Equal(
            new double[,] { { 1, 1 }, { 1, 1 } }, new ConfusionMatrix(threshold: 0.5).TableOf(scores, targets));
        Assert.Equal(
            new double[,] { { 1, 1 }, { 1, 1 } },
            new ConfusionMatrix().TableOf(scores > 0.5, targets.Cast(DType.Bool)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void ALabelThatNamesNoClassIsFoundWhenItRuns(int label) => Assert.Throws<IndexOutOfBoundsException>(
        () => new ConfusionMatrix(3).TableOf(s_scores, Tensor.From([0, 1, 2, label])));

    [Fact]
    public void ShapesThatDoNotBelongTogetherAreRefusedWithAdvice()
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => new Precision().Evaluate(s_scores, s_labels));
        Assert.Contains("new Precision(classes: 3)", exception.Message);
        exception = Assert.Throws<ShapeMismatchException>(
            () => new Precision().Evaluate(Tensor.Zeros(32), Tensor.Zeros(32, 1)));
        Assert.Contains("predictions [32] with targets [32, 1]", exception.Message);
        Assert.Contains("or targets of their shape", exception.Message);
        Assert.Contains(
            "give one weight an example",
            Assert.Throws<ShapeMismatchException>(
                () => new Recall(3).Evaluate(s_scores, s_labels, Tensor.Ones(3))).Message);
    }

    [Fact]
    public void ScoresOfEachClassAreThere()
    {
        var metric = new Recall(3);
        IReadOnlyList<Tensor> state = metric.Update(metric.CreateState(), s_scores, s_labels);
        Assert.Equal([1, 1, 0.5], metric.Scores(state));
        Assert.Equal([1, 0.5, 1], new Precision(3).Scores(state));
    }

    [Fact]
    public void AClassThatNeverOccursIsLeftOutOfAMean()
    {
        Tensor scores = Tensor.From([3f, 1, 0, -9, 0, 2, 1, -9], 2, 4), labels = Tensor.From([0, 1]);
        Assert.Equal(1, new F1Score(4).Evaluate(scores, labels));
        Assert.Equal(0, new F1Score(4, classId: 3).Evaluate(scores, labels));
    }

    [Fact]
    public void NothingIsNaN()
    {
        foreach (Metric metric in new Metric[]
                 {
                     new ConfusionMatrix(), new Precision(), new F1Score(3), new MeanIoU(3), new MatthewsCorrelation(),
                     new CohenKappa(), new Specificity(), new R2Score(), new PearsonCorrelation(), new TopKAccuracy(),
                 })
        {
            Assert.True(double.IsNaN(metric.Result(metric.CreateState())), metric.Name);
        }
    }

    [Fact]
    public void NumbersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Precision(threshold: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Accuracy(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Recall(3, classId: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FBeta(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopKAccuracy(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new F1Score(3, (ClassAverage)7));
        Assert.Contains(
            "choose ClassAverage.Macro",
            Assert.Throws<ArgumentException>(() => new F1Score(3, ClassAverage.Binary)).Message);
    }

    [Fact]
    public void NamesAreThoseOfKeras() => Assert.Equal(
        [
            "precision", "f1_score", "f_beta", "mean_iou", "top_5_accuracy", "auc", "pr_auc", "r2_score",
            "mean_squared_error",
        ],
        new Metric[]
        {
            new Precision(), new F1Score(), new FBeta(), new MeanIoU(), new TopKAccuracy(), new Auc(),
            new Auc(AucCurve.PrecisionRecall), new R2Score(), new MeanSquaredError(),
        }.Select(metric => metric.Name));
}
