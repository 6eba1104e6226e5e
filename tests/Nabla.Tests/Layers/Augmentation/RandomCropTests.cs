namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomCropTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomCrop(5, 6), passes: false);

    [Fact]
    public void EveryPlaceComesUpAndPredictionsTakeTheMiddle()
    {
        Tensor image = Tensor.Arange(0, 25, dtype: DType.Float32).Reshape(1, 5, 5);
        var layer = new RandomCrop(3, 4);
        float[] crops = layer.Apply(image.BroadcastTo(300, 5, 5), AugmentationCheck.Training()).ToArray();
        Assert.Equal([0, 1, 5, 6, 10, 11], crops.Chunk(12).Select(crop => crop[0]).Distinct().Order());
        Assert.All(crops.Chunk(12), crop => Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13],
            crop.Select(value => value - crop[0])));
        Assert.Equal(5, layer.Apply(image, CallContext.Inference).ToArray()[0]);
    }

    [Fact]
    public void ImagesMustBeLargeEnough()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => new RandomCrop(5, 5).Apply(Tensor.Zeros(1, 4, 9), AugmentationCheck.Training()));
        Assert.Contains("make them larger with Resizing", exception.Message, StringComparison.Ordinal);
    }
}
