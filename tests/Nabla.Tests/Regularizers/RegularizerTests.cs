namespace Nabla.Tests.Regularizers;

public sealed class RegularizerTests
{
    private static readonly Tensor s_weight = Tensor.From(new[,] { { 3f, 0 }, { 3, -4 } });

    [Fact]
    public void PenaltiesAreThoseOfTheirFormulas()
    {
        Assert.Equal(1, new L1(0.1).Call(s_weight).Item<float>(), 1e-6f);
        Assert.Equal(3.4f, new L2(0.1).Call(s_weight).Item<float>(), 1e-6f);
        Assert.Equal(1 + 6.8f, new L1L2(0.1, 0.2).Call(s_weight).Item<float>(), 1e-5f);
    }

    // Rows: one pair, (3, 0) and (3, -4), whose cosine is 0.6. Columns: (3, 3) and (0, -4), -1/sqrt 2.
    [Fact]
    public void AnglesAreComparedByRowsOrColumns()
    {
        Assert.Equal(0.06f, new OrthogonalRegularizer(0.1).Call(s_weight).Item<float>(), 1e-6f);
        Assert.Equal(
            0.1f / MathF.Sqrt(2),
            new OrthogonalRegularizer(0.1, OrthogonalMode.Columns).Call(s_weight).Item<float>(), 1e-6f);
        Assert.Equal(0, new OrthogonalRegularizer(1).Call(Tensor.Eye(5)).Item<float>());
    }

    [Fact]
    public void AnglesOfAVectorAreRefused() => Assert.Contains(
        "use L2",
        Assert.Throws<ShapeMismatchException>(() => new OrthogonalRegularizer().Call(Tensor.Ones(3))).Message);

    [Fact]
    public void FactorsAreNotNegative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new L1(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new L2(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new L1L2(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrthogonalRegularizer(double.PositiveInfinity));
    }

    [Fact]
    public void ALayerTellsWhatItsTrainableParametersCost()
    {
        var dense = new Dense(2, kernelRegularizer: new L2(0.5), biasRegularizer: new L1(0.25));
        var model = new Sequential(dense, new Dense(3));
        model.Build(4);

        Assert.Equal(
            [dense.Parameters[0], dense.Parameters[1]], model.ParameterRegularizers.Select(entry => entry.Parameter));
        Assert.Same(dense.KernelRegularizer, model.ParameterRegularizers.First().Regularizer);
        dense.Trainable = false;
        Assert.Empty(model.ParameterRegularizers);
    }

    [Fact]
    public void ActivitiesOfLayersWithinAreCollected()
    {
        var losses = new List<Tensor>();
        var model = new Sequential(
            new Dense(2, kernelInitializer: new Ones(), activityRegularizer: new L2(0.5)),
            new ActivityRegularization(1));
        Tensor x = Tensor.From(new[,] { { 1f }, { 2 } });
        model.Apply(x, CallContext.Inference.Collecting(losses));
        model.Apply(x, CallContext.Inference);

        Assert.Equal([0.5f * 10 / 2, 6f / 2], losses.Select(loss => loss.Item<float>()));
    }

    [Fact]
    public void AModelWithPenaltiesSurvivesAFile() => Layers.LayerCheck.Run(
        () => new Dense(
            3, kernelRegularizer: new L1L2(0.1, 0.2), biasRegularizer: new L1(),
            activityRegularizer: new OrthogonalRegularizer(0.1, OrthogonalMode.Columns),
            kernelConstraint: new MinMaxNorm(0.5, 2, 0.5, [1]), biasConstraint: new NonNegative()),
        [4, 5], [4, 3]);
}
