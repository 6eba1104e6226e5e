namespace Nabla.Tests.Layers.Augmentation;

public sealed class ColorJitterTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new ColorJitter(0.2f, 0.2f, 0.2f, 0.1f));

    [Fact]
    public void BrightnessMultipliesAndContrastIsAboutTheMeanBrightness()
    {
        Tensor image = Tensor.From<float>([0.1f, 0.2f, 0.3f, 0.4f, 0.2f, 0], [1, 1, 2, 3]);
        float[] y = new ColorJitter(brightness: (0.5f, 0.5f), contrast: (-1, -1))
            .Apply(image, AugmentationCheck.Training()).ToArray();
        const float Mean = 1.5f * ((0.1f + 0.4f) * 0.299f + (0.2f + 0.2f) * 0.587f + 0.3f * 0.114f) / 2;
        Assert.All(y, value => Assert.Equal(Mean, value, 1e-5f));
    }
}
