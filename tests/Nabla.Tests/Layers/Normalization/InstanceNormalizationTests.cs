namespace Nabla.Tests.Layers;

public sealed class InstanceNormalizationTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new InstanceNormalization(), [4, 3, 3, 5], [4, 3, 3, 5]);

    [Fact]
    public void EachChannelOfEachExampleIsAlone()
    {
        Tensor x = Tensor.RandomNormal([3, 7, 4], 1, mean: 5, deviation: 3);
        Tensor y = new InstanceNormalization(epsilon: 0, center: false, scale: false).Apply(x, CallContext.Inference);
        Assert.All(y.Mean(1).ToArray(), mean => Assert.Equal(0, mean, 1e-5));
        Assert.All(y.Variance(1).ToArray(), variance => Assert.Equal(1, variance, 1e-4));
    }

    [Fact]
    public void PlacesAreNeeded() => Assert.Contains("of 3 axes or more but got [2, 6]",
        Assert.Throws<ShapeMismatchException>(
            () => new InstanceNormalization().Apply(Tensor.Zeros(2, 6), CallContext.Inference)).Message,
        StringComparison.Ordinal);
}
