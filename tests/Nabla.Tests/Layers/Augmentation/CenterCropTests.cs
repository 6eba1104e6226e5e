namespace Nabla.Tests.Layers.Augmentation;

public sealed class CenterCropTests
{
    [Fact]
    public void CutsTheMiddle()
    {
        Tensor image = Tensor.Arange(0, 25, dtype: DType.Float32).Reshape(1, 5, 5);
        foreach (CallContext context in new[] { CallContext.Inference, AugmentationCheck.Training() })
        {
            Assert.Equal([6, 7, 8, 11, 12, 13], new CenterCrop(2, 3).Apply(image, context).ToArray());
        }
    }

    [Fact]
    public void ImagesMustBeLargeEnough() => Assert.Contains(
        "make them larger with Resizing",
        Assert.Throws<ShapeMismatchException>(
            () => new CenterCrop(5, 5).Apply(Tensor.Zeros(1, 4, 9), CallContext.Inference)).Message,
        StringComparison.Ordinal);
}
