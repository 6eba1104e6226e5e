namespace Nabla.Tests.Losses;

public sealed class ReductionTests
{
    private static readonly Tensor s_predictions = Tensor.From([1.0, 2, 3, 4, 5, 6], 3, 2);
    private static readonly Tensor s_targets = Tensor.From([0.0, 0, 0, 0, 0, 0], 3, 2);

    [Theory]
    [InlineData(Reduction.Mean, 91.0 / 6, (5 + (2 * 25) + 0) / 6.0)]
    [InlineData(Reduction.Sum, 91.0, 5.0 + (2 * 25) + 0)]
    [InlineData(Reduction.WeightedMean, 91.0 / 6, (5 + (2 * 25) + 0) / 6.0)]
    public void ElementsAndTheirWeightsBecomeOne(Reduction reduction, double plain, double weighted)
    {
        var loss = new MeanSquaredError { Reduction = reduction };
        Tensor weights = Tensor.From([1f, 2, 0]);
        Assert.Equal(plain, loss.Call(s_predictions, s_targets).Item<double>(), 12);
        Assert.Equal(weighted, loss.Call(s_predictions, s_targets, weights).Item<double>(), 12);
    }

    [Fact]
    public void OnlyAWeightedMeanForgetsTheScaleOfWeights()
    {
        Tensor twos = Tensor.From([2, 2, 2]);
        Assert.Equal(91.0 / 3, new MeanSquaredError().Call(s_predictions, s_targets, twos).Item<double>(), 12);
        Assert.Equal(
            91.0 / 6,
            new MeanSquaredError { Reduction = Reduction.WeightedMean }
                .Call(s_predictions, s_targets, twos).Item<double>(), 12);
    }

    [Fact]
    public void NoneKeepsTheElements()
    {
        Tensor elements = new MeanSquaredError { Reduction = Reduction.None }.Call(
            s_predictions, s_targets, Tensor.From([true, false, true]));
        Assert.Equal([3, 2], elements.Shape);
        Assert.Equal([1.0, 4, 0, 0, 25, 36], elements.ToArray<double>());
    }

    [Fact]
    public void WeightsMayWeighElements() => Assert.Equal(
        (1 + 36) / 6.0,
        new MeanSquaredError().Call(s_predictions, s_targets, Tensor.From([1, 0, 0, 0, 0, 1], 3, 2)).Item<double>(),
        12);

    [Fact]
    public void ABatchOfWhichNothingCountsHasLossZero()
    {
        Tensor none = Tensor.Zeros(3);
        var loss = new MeanSquaredError { Reduction = Reduction.WeightedMean };
        (Tensor value, Tensor gradient) = Gradient.ValueAndGradient(p => loss.Call(p, s_targets, none))(s_predictions);
        Assert.Equal(0, value.Item<double>());
        Assert.All(gradient.ToArray<double>(), element => Assert.Equal(0, element));
    }

    [Fact]
    public void AColumnOfWeightsIsRefusedWithAdviceWhereItWouldNotFit()
    {
        var loss = new CrossEntropy();
        var exception = Assert.Throws<ShapeMismatchException>(
            () => loss.Call(s_predictions, Tensor.From([0, 1, 0]), Tensor.Ones(3, 1)));
        Assert.Contains("CrossEntropy expects weights that go with [3]", exception.Message);
        Assert.Contains("weights.Reshape([3])", exception.Message);

        exception = Assert.Throws<ShapeMismatchException>(
            () => loss.Call(s_predictions, Tensor.From([0, 1, 0]), Tensor.Ones(2)));
        Assert.Contains("but got [2]; give one weight an example", exception.Message);
    }

    [Fact]
    public void AFormulaIsALoss()
    {
        Loss loss = Loss.Of("quartic", (p, t) => (p - t).Pow(4));
        Assert.Equal("quartic", loss.ToString());
        Assert.Equal((1 + 16 + 81 + 256 + 625 + 1296) / 6.0, loss.Call(s_predictions, s_targets).Item<double>(), 9);
        Assert.Contains(
            "return the losses",
            Assert.Throws<InvalidOperationException>(
                () => Loss.Of("nothing", (_, _) => null!).Call(s_predictions, s_targets)).Message);
    }

    [Fact]
    public void AnUnknownReductionIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanSquaredError { Reduction = (Reduction)9 });

    [Fact]
    public void WithoutWeightsNothingIsComputedButTheMeanOfTheFormula()
    {
        Tensor p = Tensor.RandomNormal([4, 2], 1), t = Tensor.RandomNormal([4, 2], 2);
        Tensor labels = Tensor.From([0, 1, 1, 0]);
        Assert.Equal(Operations((p - t).Square().Mean()), Operations(new MeanSquaredError().Call(p, t)));
        Assert.Equal(
            Operations(p.CrossEntropy(labels).Mean()), Operations(new CrossEntropy().Call(p, labels)));
    }

    private static IEnumerable<string> Operations(Tensor x) => x.Node is { } node
        ? [.. node.Inputs.SelectMany(Operations), node.Op.Name]
        : [];
}
