namespace Nabla.Tests.Layers;

public sealed class UpSamplingLayerTests
{
    [Fact]
    public void ElementsAreRepeatedUnlessInterpolated()
    {
        Tensor x = Tensor.From<float>([1, 2], [1, 2, 1]);
        Assert.Equal([1, 1, 2, 2], new UpSampling1D(2).Apply(x, CallContext.Inference).ToArray());
        Assert.Equal(
            [1, 1.25f, 1.75f, 2],
            new UpSampling1D(2, Interpolation.Bilinear).Apply(x, CallContext.Inference).ToArray());
    }
}
