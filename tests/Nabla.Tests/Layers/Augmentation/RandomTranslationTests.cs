namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomTranslationTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomTranslation(0.2f, 0.3f));

    [Fact]
    public void PositiveIsDownAndRight()
    {
        Tensor image = Tensor.From<float>([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3]);
        var layer = new RandomTranslation(
            (1 / 3f, 1 / 3f), (1 / 3f, 1 / 3f), FillMode.Constant, Interpolation.Nearest, -1);
        float[] expected = [-1, -1, -1, -1, 1, 2, -1, 4, 5];
        Assert.Equal(expected, layer.Apply(image, AugmentationCheck.Training()).ToArray());
    }
}
