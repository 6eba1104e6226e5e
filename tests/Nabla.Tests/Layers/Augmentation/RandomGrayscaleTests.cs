namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomGrayscaleTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomGrayscale(0.5f));

    [Fact]
    public void AShareBecomesGray()
    {
        Tensor images = Tensor.From<float>([1, 0, 0], [1, 1, 1, 3]).BroadcastTo(2000, 1, 1, 3);
        float[] y = new RandomGrayscale(0.2f).Apply(images, AugmentationCheck.Training()).ToArray();
        Assert.Equal(400, y.Chunk(3).Count(pixel => pixel[1] > 0), 60.0);
        Assert.All(y.Chunk(3), pixel => Assert.True(
            pixel is [1, 0, 0] || (pixel[0] == pixel[1] && pixel[1] == pixel[2])));
    }
}
