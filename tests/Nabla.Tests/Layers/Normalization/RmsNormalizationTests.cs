namespace Nabla.Tests.Layers;

public sealed class RmsNormalizationTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new RmsNormalization(), [4, 3, 5], [4, 3, 5]);
        LayerCheck.Run(() => new RmsNormalization([1, 2], scale: false), [4, 3, 5], [4, 3, 5]);
    }

    [Fact]
    public void MeanSquaresBecomeOne()
    {
        Tensor x = Tensor.RandomNormal([7, 40], 1, mean: 4);
        Tensor y = new RmsNormalization().Apply(x, CallContext.Inference);
        Assert.All(y.Square().Mean(1).ToArray(), square => Assert.Equal(1, square, 1e-5));
    }
}
