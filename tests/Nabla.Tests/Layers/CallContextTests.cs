namespace Nabla.Tests.Layers;

public sealed class CallContextTests
{
    [Fact]
    public void OnlyTrainingHasSteps()
    {
        Assert.False(CallContext.Inference.IsTraining);
        Assert.Throws<InvalidOperationException>(() => CallContext.Inference.Step);

        Tensor step = Tensor.Scalar(3, DType.Int64);
        CallContext training = CallContext.Training(step);
        Assert.True(training.IsTraining);
        Assert.Same(step, training.Step);
    }

    [Fact]
    public void KeysFollowFromSeedAndPurpose()
    {
        Tensor step = Tensor.Scalar(3, DType.Int64);
        Assert.Equal(CallContext.Training(step, 1).Key("mask"), CallContext.Training(step, 1).Key("mask"));
        Assert.NotEqual(CallContext.Training(step, 1).Key("mask"), CallContext.Training(step, 2).Key("mask"));
        Assert.NotEqual(CallContext.Training(step, 1).Key("mask"), CallContext.Training(step, 1).Key("noise"));
    }

    [Fact]
    public void ALossIsOneFloatingNumber()
    {
        CallContext context = CallContext.Inference.Collecting([]);
        Assert.Contains(
            "Sum() or Mean()", Assert.Throws<ShapeMismatchException>(() => context.AddLoss(Tensor.Ones(2))).Message);
        Assert.Contains(
            "Cast",
            Assert.Throws<DTypeMismatchException>(() => context.AddLoss(Tensor.Scalar(1, DType.Int64))).Message);
    }

    [Fact]
    public void ALossOfAnyRankIsCollectedAsAScalar()
    {
        var losses = new List<Tensor>();
        CallContext.Inference.Collecting(losses).AddLoss(Tensor.Full([1, 1], 3.0));
        Assert.Equal(0, losses[0].Rank);
        Assert.Equal(3, losses[0].Item<float>());
    }
}
