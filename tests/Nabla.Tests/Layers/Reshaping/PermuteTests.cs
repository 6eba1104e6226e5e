namespace Nabla.Tests.Layers;

public sealed class PermuteTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new Permute([2, 1]), [4, 6, 3], [4, 3, 6]);

    [Fact]
    public void AxesChangePlaces()
    {
        Tensor x = Tensor.Arange(0, 12).Reshape(2, 2, 3);
        Assert.Equal(
            [0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11],
            new Permute([2, 1]).Apply(x, CallContext.Inference).ToArray<int>());
    }

    [Fact]
    public void TheBatchStays() => Assert.Contains(
        "the batch is axis 0", Assert.Throws<ArgumentException>(() => new Permute([1, 0])).Message);

    [Fact]
    public void EveryAxisIsNamed() => Assert.Throws<ShapeMismatchException>(
        () => new Permute([2, 1]).Apply(Tensor.Ones(2, 3), CallContext.Inference));
}
