namespace Nabla.Tests.Layers;

public sealed class UnitNormalizationTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new UnitNormalization(), [4, 3, 5], [4, 3, 5]);

    [Fact]
    public void LengthsBecomeOne()
    {
        Tensor x = Tensor.From([3f, 4f, 0f, 0f], [2, 2]);
        Tensor y = new UnitNormalization().Apply(x, CallContext.Inference);
        Assert.Equal([0.6f, 0.8f, 0f, 0f], y.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Tensor whole = new UnitNormalization([1, 2]).Apply(Tensor.RandomNormal([3, 4, 5], 1), CallContext.Inference);
        Assert.All(whole.Square().Sum(1, 2).ToArray(), square => Assert.Equal(1, square, 1e-5));
    }

    [Fact]
    public void TheBatchIsNoVector() => Assert.Contains("along axis 0", Assert.Throws<ShapeMismatchException>(
        () => new UnitNormalization([0]).Apply(Tensor.Zeros(2, 3), CallContext.Inference)).Message,
        StringComparison.Ordinal);
}
