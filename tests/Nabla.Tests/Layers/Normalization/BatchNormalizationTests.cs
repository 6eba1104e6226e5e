using Nabla.Tests.Golden;

namespace Nabla.Tests.Layers;

public sealed class BatchNormalizationTests
{
    public static TheoryData<string> Cases =>
        [
            .. GoldenCase.In("normalizations.json").Where(item => item.Operation == "moving_moments")
                .Select(item => item.Name),
        ];

    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new BatchNormalization(), [8, 5], [8, 5]);
        LayerCheck.Run(() => new BatchNormalization(scale: false), [4, 3, 3, 5], [4, 3, 3, 5]);
        LayerCheck.Run(() => new BatchNormalization(axis: 1, center: false), [4, 5, 3], [4, 5, 3]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void FollowsTheMomentsOfPyTorch(string name)
    {
        GoldenCase golden = GoldenCase.Named("normalizations.json", name);
        Tensor batches = golden.Input("batches");
        var layer = new BatchNormalization(momentum: golden.Number("momentum"), epsilon: golden.Number("epsilon"));
        layer.Apply(batches[0], CallContext.Inference);
        Variable of(string variable) => layer.VariablePaths().Single(entry => entry.Path == variable).Variable;
        of("gamma").Value = golden.Input("scale");
        of("beta").Value = golden.Input("offset");
        CallContext training = CallContext.Training(Tensor.Scalar(1, DType.Int64));
        for (int i = 0; i < batches.Shape[0]; i++)
        {
            layer.Apply(batches[i], training).Evaluate();
        }

        Tensor x = batches[0];
        Tensor y = layer.Apply(x, CallContext.Inference);
        Tensor gradient = Gradient.Of((y * golden.Cotangents("prediction")).Sum(), x)[0];
        GoldenCase.AssertClose(golden.Output("mean"), of("moving_mean").Value, 1e-13, "The moving mean");
        GoldenCase.AssertClose(golden.Output("variance"), of("moving_variance").Value, 1e-13, "The moving variance");
        GoldenCase.AssertClose(golden.Output("prediction"), y, 1e-12, "The prediction");
        GoldenCase.AssertClose(golden.Gradient("x"), gradient, 1e-12, "The gradient");
    }

    [Fact]
    public void AStepAssignsTheMovingMoments()
    {
        var layer = new BatchNormalization(momentum: 0.5);
        var model = new Sequential(layer, new Dense(1));
        Tensor x = Tensor.From([1f, 3f, 5f, 7f], [4, 1]);
        var trainer = new Trainer(model, new MeanSquaredError(), new Sgd(0.01));
        trainer.Step(x, Tensor.Zeros(4, 1));
        Assert.Equal([2f], Value(layer, "moving_mean"));
        Assert.Equal([3f], Value(layer, "moving_variance"));
        trainer.Step(x, Tensor.Zeros(4, 1));
        Assert.Equal([3f], Value(layer, "moving_mean"));
        Assert.Equal([4f], Value(layer, "moving_variance"));
        model.Predict(x);
        Assert.Equal([3f], Value(layer, "moving_mean"));
        Assert.Equal(["0.gamma", "0.beta", "1.weight", "1.bias"], model.TrainableParameters.Select(item => item.Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FrozenItPredicts(bool isFrozenAbove)
    {
        var layer = new BatchNormalization();
        var block = new Sequential(layer);
        var model = new Sequential(block, new Dense(1));
        var trainer = new Trainer(model, new MeanSquaredError(), new Sgd(0.01));
        Tensor x = Tensor.RandomNormal([6, 3], 1, mean: 2), y = Tensor.Zeros(6, 1);
        trainer.Step(x, y);
        float[] before = Value(layer, "moving_mean");
        (isFrozenAbove ? (Layer)block : layer).Trainable = false;
        trainer.Step(x, y);
        Assert.Equal(before, Value(layer, "moving_mean"));
        CallContext training = CallContext.Training(Tensor.Scalar(1, DType.Int64));
        Assert.Equal(
            layer.Apply(x, CallContext.Inference).ToArray(), layer.Apply(x, training).ToArray());

        (isFrozenAbove ? (Layer)block : layer).Trainable = true;
        trainer.Step(x, y);
        Assert.NotEqual(before, Value(layer, "moving_mean"));
    }

    [Fact]
    public void AFailedStepLeavesTheMomentsAsTheyWere()
    {
        var layer = new BatchNormalization();
        var trainer = new Trainer(new Sequential(layer, new Dense(1)), new MeanSquaredError(), new Sgd(0.01));
        trainer.Step(Tensor.RandomNormal([6, 3], 1), Tensor.Zeros(6, 1));
        float[] before = Value(layer, "moving_mean");
        Assert.ThrowsAny<Exception>(
            () => trainer.Step(Tensor.Full([6, 3], float.NaN), Tensor.Zeros(6, 1)));
        Assert.Equal(before, Value(layer, "moving_mean"));
    }

    [Fact]
    public void OtherAxesAreTransposed()
    {
        Tensor x = Tensor.RandomNormal([3, 4, 5], 1);
        CallContext training = CallContext.Training(Tensor.Scalar(1, DType.Int64));
        Tensor y = new BatchNormalization(axis: 1).Apply(x, training);
        Tensor expected = new BatchNormalization().Apply(x.Permute(0, 2, 1), training).Permute(0, 2, 1);
        Assert.Equal(expected.ToArray(), y.ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        CallContext training = CallContext.Training(Tensor.Scalar(1, DType.Int64));
        Assert.Contains("what PyTorch calls momentum", Assert.Throws<ArgumentOutOfRangeException>(
            () => new BatchNormalization(momentum: -0.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchNormalization(epsilon: double.NaN));
        Assert.Contains("none of the axes after the batch of [3]", Assert.Throws<ShapeMismatchException>(
            () => new BatchNormalization().Apply(Tensor.Zeros(3), training)).Message, StringComparison.Ordinal);
        Assert.Contains("check for an empty batch", Assert.Throws<ShapeMismatchException>(
            () => new BatchNormalization().Apply(Tensor.Zeros(0, 3), training)).Message, StringComparison.Ordinal);
        Assert.Contains("pixels", Assert.Throws<DTypeMismatchException>(
            () => new BatchNormalization().Apply(Tensor.From([1, 2], [2, 1]), training)).Message,
            StringComparison.Ordinal);
        Assert.Equal([0, 3], new BatchNormalization().Apply(Tensor.Zeros(0, 3), CallContext.Inference).Shape);

        var layer = new BatchNormalization { Name = "norm" };
        layer.Apply(Tensor.Zeros(2, 3), CallContext.Inference);
        Assert.Contains("'norm' was built for [3]", Assert.Throws<ShapeMismatchException>(
            () => layer.Apply(Tensor.Zeros(2, 1), CallContext.Inference)).Message, StringComparison.Ordinal);
    }

    private static float[] Value(Layer layer, string path) => layer.VariablePaths()
        .Single(entry => entry.Path == path).Variable.Value.ToArray();
}
