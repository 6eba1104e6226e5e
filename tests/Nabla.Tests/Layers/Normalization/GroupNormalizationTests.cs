namespace Nabla.Tests.Layers;

public sealed class GroupNormalizationTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new GroupNormalization(2), [4, 3, 3, 6], [4, 3, 3, 6]);

    [Fact]
    public void ExamplesDoNotSeeEachOther()
    {
        Tensor x = Tensor.RandomNormal([3, 4, 6], 1, mean: 5, deviation: 3);
        var layer = new GroupNormalization(3, epsilon: 0);
        Tensor y = layer.Apply(x, CallContext.Inference);
        Assert.Equal(y[1..2].ToArray(), layer.Apply(x[1..2], CallContext.Inference).ToArray());
        Tensor groups = y.Reshape(3, 4, 3, 2);
        Assert.All(groups.Mean([1, 3], keepAxes: false).ToArray(), mean => Assert.Equal(0, mean, 1e-5));
        Assert.All(groups.Variance([1, 3], keepAxes: false).ToArray(), variance => Assert.Equal(1, variance, 1e-4));
    }

    [Fact]
    public void GroupsMustDivideTheChannels()
    {
        Assert.Contains("the 6 channels of [2, 6] into 32 equal groups", Assert.Throws<ShapeMismatchException>(
            () => new GroupNormalization().Apply(Tensor.Zeros(2, 6), CallContext.Inference)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GroupNormalization(0));
    }
}
