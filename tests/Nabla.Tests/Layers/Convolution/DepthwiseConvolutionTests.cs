namespace Nabla.Tests.Layers.Convolution;

public sealed class DepthwiseConvolutionTests
{
    [Fact]
    public void EachChannelHasFiltersOfItsOwn()
    {
        var model = new Sequential(new DepthwiseConv2D(3, depthMultiplier: 2, useBias: false));
        model.Build(3, 3, 2);
        Assert.Equal<Shape>([3, 3, 1, 4], model.Parameters[0].Shape);

        model.Parameters[0].Value = Tensor.Ones(3, 3, 1, 4) * Tensor.From([1f, 2, 3, 4]);
        Tensor x = Tensor.Ones(1, 3, 3, 2) * Tensor.From([1f, 10]);
        Assert.Equal([9f, 18, 270, 360], model.Predict(x).ToArray());
    }

    [Fact]
    public void HasOneFilterForEachChannelAtLeast() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DepthwiseConv2D(3, depthMultiplier: 0));
}
