namespace Nabla.Tests.Layers;

public sealed class SpatialDropoutTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new SpatialDropout(0.25f), [4, 5, 3], [4, 5, 3]);

    [Fact]
    public void WholeChannelsVanish()
    {
        Tensor x = Tensor.Ones(100, 4, 5, 20);
        Tensor y = new SpatialDropout(0.25f).Apply(x, CallContext.Training(Tensor.Scalar(1, DType.Int64)));

        Tensor least = y.Min([1, 2], keepAxes: false), greatest = y.Max([1, 2], keepAxes: false);
        Assert.Equal(least.ToArray(), greatest.ToArray());
        Assert.All(least.ToArray(), value => Assert.True(value is 0 or 1 / 0.75f));
        Assert.Equal(0.25, least.ToArray().Count(value => value == 0) / 2000.0, 0.03);
    }

    [Fact]
    public void FeaturesWithoutPlacesAreRefused() => Assert.Contains(
        "use Dropout",
        Assert.Throws<ShapeMismatchException>(
            () => new SpatialDropout(0.5f).Apply(Tensor.Ones(2, 3), CallContext.Inference)).Message);
}
