namespace Nabla.Tests.Training;

public sealed class TrainerStepTests
{
    private static readonly Tensor s_x = Tensor.RandomNormal([8, 5], 1).Evaluate();
    private static readonly Tensor s_labels = Tensor.From([0, 1, 2, 0, 1, 2, 0, 1]);

    [Fact]
    public void AStepGivesTheLossBeforeTheUpdate()
    {
        Trainer trainer = Create();
        double first = trainer.Step(s_x, s_labels);
        double expected = new CrossEntropy().Call(Create().Model.Predict(s_x), s_labels).Item<float>();
        Assert.Equal(expected, first, 1e-6);
        Assert.True(trainer.Step(s_x, s_labels) < first);
    }

    [Fact]
    public void AHandleTakenBeforeKeepsItsNumbers()
    {
        Trainer trainer = Create();
        trainer.Model.Build(5);
        Tensor before = trainer.Model.Parameters[0].Value;
        float[] numbers = before.ToArray();

        trainer.Step(s_x, s_labels);
        Tensor between = trainer.Model.Parameters[0].Value;
        float[] numbersBetween = between.ToArray();
        trainer.Step(s_x, s_labels);

        Assert.Equal(numbers, before.ToArray());
        Assert.Equal(numbersBetween, between.ToArray());
        Assert.NotEqual(numbers, numbersBetween);
    }

    [Fact]
    public void ABadLabelLeavesEverythingAsItWas()
    {
        Trainer trainer = Create();
        trainer.Step(s_x, s_labels);
        string weights = trainer.Model.WeightsSha256();
        float[][] state = State(trainer);

        var exception = Assert.Throws<TrainingException>(
            () => trainer.Step(s_x, Tensor.From([0, 1, 2, 0, 1, 2, 0, 3])));

        Assert.Contains("Step 2 failed and changed nothing", exception.Message);
        Assert.Contains("label 3", exception.Message);
        Assert.Equal(2, exception.Step);
        Assert.IsType<LabelOutOfRangeException>(exception.InnerException);
        Assert.Equal(weights, trainer.Model.WeightsSha256());
        Assert.Equal(state, State(trainer));
        trainer.Step(s_x, s_labels);
        Assert.NotEqual(weights, trainer.Model.WeightsSha256());
    }

    [Fact]
    public void ANaNInTheDataIsNamed()
    {
        Trainer trainer = Create();
        trainer.Step(s_x, s_labels);
        string weights = trainer.Model.WeightsSha256();
        float[] broken = s_x.ToArray();
        broken[7] = float.NaN;

        var exception = Assert.Throws<TrainingException>(() => trainer.Step(Tensor.From(broken, 8, 5), s_labels));

        Assert.Contains("not finite in step 2", exception.Message);
        Assert.Contains("The inputs hold NaN", exception.Message);
        Assert.Equal(weights, trainer.Model.WeightsSha256());
    }

    [Fact]
    public void ALayerThatBreaksIsNamed()
    {
        var model = new Sequential
        {
            new Dense(4) { Name = "first" }, new ActivationLayer(s_logarithm) { Name = "second" }, new Dense(3),
        };
        var trainer = new Trainer(model, new CrossEntropy(), new Sgd());

        var exception = Assert.Throws<TrainingException>(() => trainer.Step(s_x, s_labels));

        Assert.Equal("second", exception.Layer);
        Assert.Contains("ActivationLayer 'second'", exception.Message);
    }

    [Fact]
    public void AModelThatDivergedIsNamed()
    {
        Trainer trainer = Create(new Sgd(1e38));
        var exception = Assert.Throws<TrainingException>(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                trainer.Step(s_x, s_labels);
            }
        });
        Assert.Contains("lower the learning rate", exception.Message);
        Assert.NotNull(exception.Layer);
    }

    [Fact]
    public void BatchesThatDoNotFitAreRefused()
    {
        Trainer trainer = Create();
        Assert.Throws<ShapeMismatchException>(() => trainer.Step(s_x, s_labels[..4]));
        Assert.Throws<ShapeMismatchException>(() => trainer.Step(s_x[..0], s_labels[..0]));
        Assert.Throws<ShapeMismatchException>(() => trainer.Step(s_x, s_labels.Reshape(8, 1)));
        Assert.Throws<DTypeMismatchException>(() => trainer.Step(s_x, s_labels.Cast(DType.Float32)));
    }

    [Fact]
    public void ThereMustBeSomethingToLearn()
    {
        var trainer = new Trainer(new Sequential { new Flatten() }, new MeanSquaredError(), new Sgd());
        Assert.Contains(
            "no trainable parameters", Assert.Throws<InvalidOperationException>(() => trainer.Step(s_x, s_x)).Message);

        trainer = new Trainer(new Sequential { new Dense(3), Activation.Step }, new MeanSquaredError(), new Sgd());
        Assert.Contains(
            "depends on none",
            Assert.Throws<InvalidOperationException>(() => trainer.Step(s_x, Tensor.Zeros(8, 3))).Message);
    }

    [Fact]
    public void StepsOnOnesOwnTensorsDoNotWriteToThem()
    {
        Trainer trainer = Create();
        Tensor x = Tensor.From(s_x.ToArray(), 8, 5);
        trainer.Step(x, s_labels);
        trainer.Fit(new TensorDataset(Tensor.Zeros(8, 5), s_labels), epochs: 1, batchSize: 8);
        Assert.Equal(s_x.ToArray(), x.ToArray());
    }

    private static readonly Activation s_logarithm = Activation.Define("test_logarithm", x => x.Log());

    private static Trainer Create(Optimizer? optimizer = null) =>
        new(
            new Sequential { new Dense(6, Activation.Relu), new Dense(3) },
            new CrossEntropy(),
            optimizer ?? new Sgd(0.1, momentum: 0.9));

    private static float[][] State(Trainer trainer) =>
        [.. trainer.Optimizer.State
            .Where(variable => variable.DType == DType.Float32)
            .Select(variable => variable.Value.ToArray())];
}
