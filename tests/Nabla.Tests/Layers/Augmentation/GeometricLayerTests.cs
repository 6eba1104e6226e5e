namespace Nabla.Tests.Layers.Augmentation;

public sealed class GeometricLayerTests
{
    [Fact]
    public void ParametersReachTheSampling()
    {
        Tensor images = Tensor.Ones(1, 3, 3);
        GeometricLayer layer = new RandomTranslation(
            (0, 0), (0.5f, 0.5f), FillMode.Constant, Interpolation.Bilinear, fillValue: 3);
        Assert.Equal([3, 2, 1], layer.Apply(images, AugmentationCheck.Training()).ToArray().AsSpan(0, 3).ToArray());
        Assert.Equal(
            (FillMode.Constant, Interpolation.Bilinear, 3f), (layer.FillMode, layer.Interpolation, layer.FillValue));
    }

    [Fact]
    public void DefaultsAreThoseOfKeras()
    {
        GeometricLayer layer = new RandomRotation(0.1f);
        Assert.Equal(
            (FillMode.Reflect, Interpolation.Bilinear, 0f), (layer.FillMode, layer.Interpolation, layer.FillValue));
    }

    [Fact]
    public void GradientsFlowThroughTheLayer()
    {
        Tensor images = Tensor.RandomUniform([2, 5, 5, 1], 1);
        Tensor y = new RandomRotation(0.1f).Apply(images, AugmentationCheck.Training());
        Tensor gradient = Gradient.Of(y.Sum(), images)[0];

        // Every pixel of the picture is a mean of pixels: what flows back adds up to their number.
        Assert.Equal(50, gradient.Sum().Item<float>(), 1e-3f);
    }
}
