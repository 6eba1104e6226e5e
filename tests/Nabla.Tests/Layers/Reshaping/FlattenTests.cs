namespace Nabla.Tests.Layers;

public sealed class FlattenTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Flatten(), [4, 3, 2], [4, 6]);
        LayerCheck.Run(() => new Flatten(), [4, 3], [4, 3]);
    }

    [Fact]
    public void ANumberHasNoBatch() =>
        Assert.Throws<ShapeMismatchException>(() => new Flatten().Apply(Tensor.Scalar(1f), CallContext.Inference));
}
