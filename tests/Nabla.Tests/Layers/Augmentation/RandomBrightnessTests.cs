namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomBrightnessTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomBrightness(0.5f));

    [Fact]
    public void AddsAShareOfWhiteWithinBlackAndWhite()
    {
        Tensor image = Tensor.From<float>([0, 100, 200, 255], [1, 2, 2]);
        Tensor brighter = new RandomBrightness((0.4f, 0.4f), maximum: 255).Apply(image, AugmentationCheck.Training());
        Assert.Equal([102, 202, 255, 255], brighter.ToArray().Select(value => MathF.Round(value, 3)));
    }
}
