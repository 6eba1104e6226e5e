namespace Nabla.Tests.Layers;

public sealed class RReluTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new RRelu(), [4, 6], [4, 6]);

    [Fact]
    public void SlopesAreRandomWhileTrainingAndTheMeanAfterwards()
    {
        Tensor x = Tensor.Full([200, 100], -1.0);
        Tensor y = -new RRelu(0.25, 0.75).Apply(x, CallContext.Training(Tensor.Scalar(1, DType.Int64)));
        Assert.All(y.ToArray(), slope => Assert.InRange(slope, 0.25f, 0.75f));
        Assert.Equal(0.5, y.Mean().Item<float>(), 0.005);
        Assert.Equal(0.25 / 12, y.Variance().Item<float>(), 0.001);

        Assert.All(
            new RRelu(0.25, 0.75).Apply(x, CallContext.Inference).ToArray(), value => Assert.Equal(-0.5f, value));
    }

    [Fact]
    public void BoundsAreInOrder() => Assert.Throws<ArgumentOutOfRangeException>(() => new RRelu(0.5, 0.25));
}
