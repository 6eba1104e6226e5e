namespace Nabla.Tests.Layers;

public sealed class SpatialLayerTests
{
    [Fact]
    public void IntegersBecomeFloating() => Assert.Equal(
        [2, 4], new AveragePooling1D(2).Apply(Tensor.From<byte>([1, 3, 4, 4], [1, 4, 1]), CallContext.Inference)
            .ToArray());

    [Fact]
    public void NumbersForEachAxisOrForAllAreTaken()
    {
        Assert.Equal([2, 3], new MaxPooling2D([2, 3]).PoolSize);
        Assert.Equal([2], new MaxPooling2D(2).PoolSize);
        Assert.Contains(
            "one number of 1 or more, or 2 of them, but got [1, 2, 3]",
            Assert.Throws<ArgumentException>(() => new MaxPooling2D([1, 2, 3])).Message);
    }
}
