namespace Nabla.Tests.Layers.Convolution;

public sealed class GroupedConvolutionTests
{
    [Fact]
    public void GroupsDivideChannelsAndFilters()
    {
        Assert.Contains(
            "cuts its 4 filters into 3 groups",
            Assert.Throws<ArgumentException>(() => new Conv2D(4, 1, groups: 3)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "Conv2D cuts channels into 2 groups of one size but got 3",
            Assert.Throws<ShapeMismatchException>(
                () => new Conv2D(4, 1, groups: 2).Apply(Tensor.Zeros(1, 2, 2, 3), CallContext.Inference)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(1, 1, groups: 0));
    }

    [Theory]
    [InlineData(1, 24)]
    [InlineData(2, 20)]
    public void FirstWeightsSpreadByTheWindow(int groups, int fans)
    {
        // Glorot's limit is √(6 / (inputs + outputs)); every element of the window is an input and an output.
        var layer = new Conv2D(4, [2, 2], groups: groups);
        layer.Apply(Tensor.Zeros(1, 2, 2, 2), CallContext.Inference);
        float[] weights = layer.Parameters[0].Value.ToArray();

        double limit = Math.Sqrt(6.0 / fans);
        Assert.InRange(weights.Max(), limit * 0.7, limit);
        Assert.InRange(weights.Min(), -limit, -limit * 0.7);
    }
}
