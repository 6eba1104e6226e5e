namespace Nabla.Tests.Ops.Images;

public sealed class InterpolationTests
{
    [Theory]
    [InlineData(Interpolation.Bilinear, 0.25, 12.5f)]
    [InlineData(Interpolation.Nearest, 0.25, 10f)]
    [InlineData(Interpolation.Bilinear, 0.5, 15f)]
    [InlineData(Interpolation.Nearest, 0.5, 20f)]
    public void TellsWhatLiesBetweenPixels(Interpolation interpolation, double place, float expected)
    {
        Tensor image = Tensor.From<float>([10, 20, 10, 20], [1, 2, 2]);
        Tensor matrix = Tensor.From<float>([1, 0, (float)place, 0, 1, 0], [1, 2, 3]);
        Assert.Equal(expected, image.AffineSample(matrix, FillMode.Nearest, interpolation).ToArray()[0]);
    }
}
