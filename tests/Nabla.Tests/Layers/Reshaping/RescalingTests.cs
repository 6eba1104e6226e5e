namespace Nabla.Tests.Layers;

public sealed class RescalingTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new Rescaling(0.5, 1), [4, 6], [4, 6]);

    [Fact]
    public void PixelsBecomeFloatingNumbers()
    {
        Tensor y = new Rescaling(1 / 127.5, -1).Apply(Tensor.From([(byte)0, (byte)255]), CallContext.Inference);
        Assert.Equal(DType.Float32, y.DType);
        Assert.All(y.ToArray().Zip([-1f, 1]), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
    }

    [Fact]
    public void NumbersAreFinite() => Assert.Throws<ArgumentOutOfRangeException>(() => new Rescaling(double.NaN));
}
