namespace Nabla.Studio.Tests.Seeing;

public sealed class SaliencyTests
{
    [Fact]
    public void TheMapIsTheLargestSlopeOfAChannel()
    {
        Tensor slopes = Tensor.From([1f, 0, -4, 0, 2, 0, 0, 0], 4, 2);
        var model = new Sequential { new Flatten(), new Lambda(x => x.MatMul(slopes)) };
        Tensor map = Saliency.Of(model, Tensor.From([1f, 1, 1, 1], 1, 2, 2), target: 0);
        Assert.Equal<Shape>([1, 2], map.Shape);
        Assert.Equal([1f, 0.5f], map.ToArray());
    }
}
