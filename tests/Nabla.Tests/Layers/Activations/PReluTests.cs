namespace Nabla.Tests.Layers;

public sealed class PReluTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new PRelu(), [4, 6, 3], [4, 6, 3]);

    [Fact]
    public void EachChannelLearnsItsSlope()
    {
        var layer = new PRelu(slopeInitializer: new Constant(0.5));
        Tensor x = Tensor.From(new[,] { { -2f, 4 }, { -4, -6 } });
        Tensor y = layer.Apply(x, CallContext.Inference);
        Assert.Equal([-6, -6], Gradient.Of(y.Sum(), layer.Parameters[0].Value)[0].ToArray());
        Assert.Equal([-1, 4, -2, -3], y.ToArray());
    }

    [Fact]
    public void ChannelsAreThoseItWasBuiltFor()
    {
        var layer = new PRelu();
        layer.Apply(Tensor.Ones(2, 3), CallContext.Inference);
        Assert.Contains(
            "3 channels",
            Assert.Throws<ShapeMismatchException>(() => layer.Apply(Tensor.Ones(2, 4), CallContext.Inference)).Message);
    }
}
