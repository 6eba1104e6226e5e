namespace Nabla.Tests.Losses;

public sealed class LossTests
{
    public static TheoryData<Loss> ElementwiseLosses =>
    [
        new MeanSquaredError(), new MeanAbsoluteError(), new MeanAbsolutePercentageError(),
        new MeanSquaredLogarithmicError(), new Huber(), new SmoothL1(), new LogCosh(), new Poisson(), new Pinball(),
        new BinaryCrossEntropy(), new BinaryFocalCrossEntropy(), new Hinge(), new SquaredHinge(), new Dice(),
        new Tversky(), new Jaccard(), new CosineDistance(), new KLDivergence(),
    ];

    public static TheoryData<Func<Loss>, string> NumbersOutOfRange => new()
    {
        { () => new Huber(0), "delta" },
        { () => new SmoothL1(-1), "beta" },
        { () => new Pinball(0.5, 1), "quantiles" },
        { () => new BinaryFocalCrossEntropy(gamma: -1), "gamma" },
        { () => new BinaryFocalCrossEntropy(alpha: 1.5), "alpha" },
        { () => new FocalCrossEntropy(alpha: double.NaN), "alpha" },
        { () => new GeneralizedCrossEntropy(0), "q" },
        { () => new GeneralizedCrossEntropy(1.5), "q" },
        { () => new BinaryCrossEntropy(labelSmoothing: 1), "labelSmoothing" },
        { () => new BinaryCrossEntropy(positiveWeight: 0), "positiveWeight" },
        { () => new CrossEntropy(classWeights: []), "classWeights" },
        { () => new CrossEntropy(classWeights: [1, -1]), "classWeights" },
        { () => new NegativeLogLikelihood(classWeights: [1, double.NaN]), "classWeights" },
        { () => new Dice(smooth: 0), "smooth" },
        { () => new Tversky(alpha: -1), "alpha" },
        { () => new Triplet(0), "margin" },
        { () => new Contrastive(double.PositiveInfinity), "margin" },
        { () => new MarginRanking(-1), "margin" },
        { () => new CosineEmbedding(2), "margin" },
    };

    [Theory]
    [MemberData(nameof(NumbersOutOfRange))]
    public void ANumberOutOfRangeIsRefusedByName(Func<Loss> create, string parameter)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(create);
        Assert.Equal(parameter, exception.ParamName);
        Assert.NotNull(exception.ActualValue);
    }

    [Theory]
    [MemberData(nameof(ElementwiseLosses))]
    public void TargetsThatWouldBroadcastAreRefused(Loss loss)
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => loss.Call(Tensor.Zeros(32, 1), Tensor.Zeros(32)));

        Assert.Contains(
            $"{loss} expects targets of the shape of the predictions, [32, 1], but got [32]", exception.Message);
        Assert.Contains("reshape the targets to [32, 1]", exception.Message);
    }

    [Theory]
    [MemberData(nameof(ElementwiseLosses))]
    public void TargetsTakeTheTypeOfPredictions(Loss loss) =>
        Assert.Equal(DType.Float64, loss.Call(
            Tensor.Full([1, 2], 0.5, DType.Float64), Tensor.From([true, false], 1, 2)).DType);

    [Fact]
    public void WholePredictionsAreRefused() =>
        Assert.Throws<DTypeMismatchException>(
            () => new MeanSquaredError().Call(Tensor.From([1, 2]), Tensor.From([1, 2])));

    [Fact]
    public void ClassWeightsAreOneAClass()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => new CrossEntropy(classWeights: [1, 2]).Call(Tensor.Zeros(4, 3), Tensor.From([0, 1, 2, 0])));
        Assert.Contains("has 2 class weights but got logits [4, 3] of 3 classes", exception.Message);
    }

    [Fact]
    public void ABadLabelIsReportedAsOneWhateverElseIsWeighed()
    {
        var loss = new CrossEntropy(ignoreIndex: -100, classWeights: [1, 2, 3]);
        Assert.Throws<LabelOutOfRangeException>(
            () => loss.Call(Tensor.Zeros(2, 3), Tensor.From([0, 3])).Item<float>());
    }

    [Fact]
    public void ABatchOfNothingButIgnoredLabelsHasLossZero()
    {
        Tensor labels = Tensor.From([-1, -1]);
        var loss = new CrossEntropy(ignoreIndex: -1);
        (Tensor value, Tensor gradient) =
            Gradient.ValueAndGradient(x => loss.Call(x, labels))(Tensor.From([1f, 2, 3, 4, 5, 6], 2, 3));
        Assert.Equal(0, value.Item<float>());
        Assert.All(gradient.ToArray(), element => Assert.Equal(0, element));
    }

    [Fact]
    public void EmbeddingsAreGroupsOfVectors()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => new Triplet().Call(Tensor.Zeros(5, 4), Tensor.Zeros(5)));
        Assert.Contains("expects predictions [batch, 3, features]", exception.Message);
        Assert.Contains("Tensor.Stack", exception.Message);
        Assert.Contains(
            "give 1 for a yes",
            Assert.Throws<ShapeMismatchException>(
                () => new Contrastive().Call(Tensor.Zeros(5, 2, 4), Tensor.Zeros(5, 1))).Message);
        Assert.Throws<ShapeMismatchException>(() => new MarginRanking().Call(Tensor.Zeros(5), Tensor.Zeros(5)));
    }

    [Fact]
    public void QuantilesAndVariancesNeedTheirUnits()
    {
        Assert.Contains(
            "Dense layer of 3 units",
            Assert.Throws<ShapeMismatchException>(
                () => new Pinball(0.1, 0.5, 0.9).Call(Tensor.Zeros(5, 2), Tensor.Zeros(5))).Message);
        Assert.Contains(
            "two units a target",
            Assert.Throws<ShapeMismatchException>(
                () => new GaussianNll().Call(Tensor.Zeros(5, 3), Tensor.Zeros(5, 1))).Message);
        Assert.Equal(
            new GaussianNll().Call(Tensor.Ones(5, 2), Tensor.Zeros(5, 1)).Item<float>(),
            new GaussianNll().Call(Tensor.Ones(5, 2), Tensor.Zeros(5)).Item<float>());
    }

    [Fact]
    public void NoGradientIsNaNWhereLengthsAreZero()
    {
        Tensor zeros = Tensor.Zeros(2, 3, 4), labels = Tensor.From([1f, 0]);
        Assert.All(
            Gradient.Function(p => new Triplet().Call(p, labels))(zeros).ToArray(),
            x => Assert.True(float.IsFinite(x)));
        zeros = Tensor.Zeros(2, 2, 4);
        Assert.All(
            Gradient.Function(p => new CosineEmbedding().Call(p, labels))(zeros).ToArray(),
            x => Assert.True(float.IsFinite(x)));
    }
}
