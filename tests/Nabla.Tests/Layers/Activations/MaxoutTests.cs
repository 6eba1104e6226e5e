namespace Nabla.Tests.Layers;

public sealed class MaxoutTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new Maxout(3, pieces: 4), [4, 6], [4, 3]);

    [Fact]
    public void EachOutputIsTheLargestOfItsPieces()
    {
        var layer = new Maxout(2, pieces: 2);
        Tensor x = Tensor.From(new[,] { { 1f, -1 } });
        layer.Apply(x, CallContext.Inference);
        layer.Parameters[0].Value = Tensor.From(new[,] { { 1f, 2, 3, 4 }, { 0, 5, 0, -5 } });

        Assert.Equal([1, 9], layer.Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void OnePieceIsNoChoice() => Assert.Throws<ArgumentOutOfRangeException>(() => new Maxout(2, 1));
}
