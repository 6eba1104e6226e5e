namespace Nabla.Tests.Metrics;

public sealed class AucTests
{
    [Theory]
    [InlineData(AucCurve.Roc)]
    [InlineData(AucCurve.PrecisionRecall)]
    public void WithoutAYesThereIsNoArea(AucCurve curve) =>
        Assert.True(double.IsNaN(new Auc(curve).Evaluate(Tensor.From([0.1f, 0.2f]), Tensor.From([0f, 0]))));

    [Fact]
    public void WithoutANoThereIsNoArea()
    {
        Tensor scores = Tensor.From([0.1f, 0.2f]), ones = Tensor.From([1f, 1]);
        Assert.True(double.IsNaN(new Auc().Evaluate(scores, ones)));
        Assert.True(double.IsNaN(new SensitivityAtSpecificity(0.5).Evaluate(scores, ones)));
        Assert.True(double.IsNaN(new PrecisionAtRecall(0.5).Evaluate(scores, 1 - ones)));
    }

    [Fact]
    public void AScoreThatIsNaNGivesNaN()
    {
        Tensor scores = Tensor.From([0.1f, float.NaN, 0.3f]), answers = Tensor.From([0f, 1, 1]);
        Assert.True(double.IsNaN(new Auc().Evaluate(scores, answers)));
        Assert.True(double.IsNaN(new SpecificityAtSensitivity(0.5).Evaluate(scores, answers)));
        Assert.True(double.IsNaN(new SpearmanCorrelation().Evaluate(scores, answers)));
        Assert.True(double.IsNaN(new AbsoluteErrorQuantile().Evaluate(scores, answers)));
    }

    [Fact]
    public void EqualScoresAreChance() =>
        Assert.Equal(0.5, new Auc().Evaluate(Tensor.Zeros(5), Tensor.From([0f, 1, 1, 0, 1])));

    [Fact]
    public void AClassWithoutExamplesIsLeftOut()
    {
        Tensor scores = Tensor.From([2f, 0, -9, 0, 1, -9, 1, 0, -9], 3, 3);
        Assert.Equal(1, new Auc().Evaluate(scores, Tensor.From([0, 1, 0])));
    }

    [Fact]
    public void BadInputIsRefused()
    {
        Assert.Throws<LabelOutOfRangeException>(
            () => new Auc().Evaluate(Tensor.RandomNormal([2, 3], 1), Tensor.From([0, 3])));
        Assert.Throws<ShapeMismatchException>(() => new Auc().Evaluate(Tensor.Zeros(32), Tensor.Zeros(32, 1)));
        Assert.Throws<ShapeMismatchException>(() => new Auc().Evaluate(Tensor.Zeros(2, 2, 2), Tensor.Zeros(2, 2)));
        Assert.Contains(
            "fromLogits: false",
            Assert.Throws<InvalidOperationException>(
                () => new Auc().Evaluate(Tensor.RandomNormal([2, 3], 1).Softmax(), Tensor.From([0, 1]))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Auc((AucCurve)5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecallAtPrecision(1.5));
        Assert.Contains(
            "use PearsonCorrelation",
            Assert.Throws<NotSupportedException>(
                () => new SpearmanCorrelation().Evaluate(Tensor.Ones(2), Tensor.Ones(2), Tensor.Ones(2))).Message);
    }
}
