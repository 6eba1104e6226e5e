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
}
