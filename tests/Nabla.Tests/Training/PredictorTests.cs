namespace Nabla.Tests.Training;

public sealed class PredictorTests
{
    private static readonly Tensor s_x = Tensor.RandomNormal([4, 5], 1).Evaluate();

    [Fact]
    public void ItGivesWhatTheModelPredicts()
    {
        Sequential model = Create();
        Predictor predictor = model.Compile(4, 5);
        Close(model.Predict(s_x), predictor.Predict(s_x));

        var output = new float[12];
        predictor.Run(s_x.ToArray<float>(), output);
        Assert.Equal(predictor.Predict(s_x).ToArray<float>(), output);

        Replay replay = predictor.Bind();
        s_x.ToArray<float>().CopyTo(replay.Input<float>(0));
        replay.Run();
        Assert.Equal(output, replay.Output<float>(0).ToArray());
    }

    [Fact]
    public void ASingleExampleNeedsNoBatchAxis()
    {
        Sequential model = Create();
        Tensor one = s_x[0].Evaluate();
        Tensor y = model.Compile(1, 5).Predict(one);
        Assert.Equal([3], y.Shape);
        Close(model.Predict(one), y);
    }

    [Fact]
    public void TrainingLaterDoesNotChangeIt()
    {
        Sequential model = Create();
        Predictor predictor = model.Compile(4, 5);
        float[] before = predictor.Predict(s_x).ToArray<float>(), learned = model.Predict(s_x).ToArray<float>();
        var trainer = new Trainer(model, new CrossEntropy(), new Sgd(0.5f));
        for (int i = 0; i < 5; i++)
        {
            trainer.Step(s_x, Tensor.From([0, 1, 2, 0]));
        }

        Assert.Equal(before, predictor.Predict(s_x).ToArray<float>());
        Assert.NotEqual(learned, model.Predict(s_x).ToArray<float>());
        Close(model.Predict(s_x), model.Compile(4, 5).Predict(s_x));
    }

    [Fact]
    public void OtherShapesAreRefused()
    {
        Predictor predictor = Create().Compile(4, 5);
        var refusal = Assert.Throws<ShapeMismatchException>(() => predictor.Predict(Tensor.Ones(3, 5)));
        Assert.Contains("compiled for float32[4, 5]", refusal.Message);
        Assert.Contains("Predict of the model", refusal.Message);
        Assert.Throws<ShapeMismatchException>(() => predictor.Run(new float[19], new float[12]));
        Assert.Throws<ShapeMismatchException>(() => predictor.Run(new float[20], new float[11]));
        Assert.Throws<ShapeMismatchException>(() => predictor.Predict([s_x, s_x]));
        Assert.Throws<ShapeMismatchException>(() => Create().Compile(4, 6));
    }

    [Fact]
    public void ItTakesLessMemoryThanTraining()
    {
        var model = new Sequential { new Dense(256, Activation.Relu), new Dense(256, Activation.Relu), new Dense(8) };
        model.Build(64);
        Predictor predictor = model.Compile(32, 64);
        long weights = model.ParameterCount * sizeof(float);
        Assert.InRange(predictor.WeightBytes, weights, weights * 11 / 10);
        Assert.Equal(predictor.WeightBytes + predictor.WorkBytes, predictor.MemoryBytes);

        var step = new CompiledFunction(inputs =>
        {
            Tensor loss = model.Apply(inputs[0], CallContext.Inference).Square().Mean();
            return Gradient.Of(loss, [.. model.Parameters.Select(parameter => parameter.Value)]);
        });
        Assert.InRange(
            predictor.WorkBytes, 0, step.Bind(new TensorSpec(DType.Float32, [32, 64])).PeakBytes * 2 / 3);
    }

    [Fact]
    public void NormalizationsAreNotSteps()
    {
        var model = new Sequential
        {
            new Dense(40, useBias: false), new BatchNormalization(), Activation.Relu,
            new Dense(3), new BatchNormalization(),
        };
        var trainer = new Trainer(model, new CrossEntropy(), new Sgd(0.5f));
        for (int i = 0; i < 5; i++)
        {
            trainer.Step(s_x, Tensor.From([0, 1, 2, 0]));
        }

        Predictor predictor = model.Compile(4, 5);
        Assert.Equal(2, predictor.Bind().Program.Steps.Count);
        Close(model.Predict(s_x), predictor.Predict(s_x));
    }

    private static Sequential Create()
    {
        var model = new Sequential { new Dense(40, Activation.Tanh), new Dropout(0.5f), new Dense(3) };
        model.Build(5);
        return model;
    }

    private static void Close(Tensor expected, Tensor actual) =>
        Assert.All(
            expected.ToArray<float>().Zip(actual.ToArray<float>()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5));
}
