namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomInvertTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomInvert());

    [Fact]
    public void AShareBecomesItsNegative()
    {
        Tensor images = Tensor.Full([2000, 1, 1], 55f);
        float[] y = new RandomInvert(0.3f, maximum: 255).Apply(images, AugmentationCheck.Training()).ToArray();
        Assert.Equal([55, 200], y.Distinct().Order());
        Assert.Equal(600, y.Count(value => value == 200), 80.0);
    }
}
