namespace Nabla.Tests.Layers;

public sealed class LocalResponseNormalizationTests
{
    [Fact]
    public void IsALayer() =>
        LayerCheck.Run(() => new LocalResponseNormalization(5, alpha: 0.5, k: 2), [4, 3, 3, 6], [4, 3, 3, 6]);

    [Fact]
    public void NeighboursWeakenEachOther()
    {
        Tensor x = Tensor.From([1f, 2f, 3f], [1, 3]);
        var layer = new LocalResponseNormalization(2, alpha: 2, beta: 1, k: 1);
        Assert.Equal(
            [1f / 2, 2f / 6, 3f / 14], layer.Apply(x, CallContext.Inference).ToArray(),
            (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalResponseNormalization(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalResponseNormalization(5, alpha: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalResponseNormalization(5, beta: double.NaN));
        Assert.Contains("more than 0", Assert.Throws<ArgumentOutOfRangeException>(
            () => new LocalResponseNormalization(5, k: 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeMismatchException>(
            () => new LocalResponseNormalization(5).Apply(Tensor.Zeros(3), CallContext.Inference));
    }
}
