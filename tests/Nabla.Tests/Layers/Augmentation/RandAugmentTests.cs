namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandAugmentTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandAugment());

    [Fact]
    public void GrayImagesWorkToo() => AugmentationCheck.Run(new RandAugment(operations: 1, factor: 1), channels: 1);

    [Fact]
    public void StaysBetweenBlackAndWhiteAndLeavesSomeImagesAlone()
    {
        Tensor image = Tensor.RandomUniform([1, 9, 9, 3], 2);
        Tensor y = new RandAugment(operations: 1, factor: 1).Apply(
            image.BroadcastTo(400, 9, 9, 3), AugmentationCheck.Training());
        Assert.All(y.ToArray(), value => Assert.InRange(value, 0, 1));
        float[] distances = (y - image).Abs().Max(1, 2, 3).ToArray();

        // One of eleven operations is none.
        Assert.Equal(400 / 11.0, distances.Count(distance => distance < 1e-5f), 20.0);
    }

    [Fact]
    public void WithoutStrengthNothingChanges()
    {
        Tensor images = (Tensor.RandomUniform([64, 6, 6, 3], 2) * 255).Floor() * (1 / 255.0);
        Tensor y = new RandAugment(factor: 0).Apply(images, AugmentationCheck.Training());
        Assert.Equal(0, (y - images).Abs().Max().Item<float>(), 0.01f);
    }
}
