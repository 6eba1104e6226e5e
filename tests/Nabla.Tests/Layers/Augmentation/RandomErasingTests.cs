namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomErasingTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomErasing(1));

    [Fact]
    public void ErasesOneRectangleOfTheWantedSizeInAShareOfTheImages()
    {
        const int Extent = 40;
        Tensor images = Tensor.Ones(500, Extent, Extent);
        Tensor erased = 1 - new RandomErasing(0.4f, scale: (0.1f, 0.2f), ratio: (0.5f, 2))
            .Apply(images, AugmentationCheck.Training());
        float[] areas = erased.Sum(1, 2).ToArray(), rows = erased.Max(2).Sum(1).ToArray(),
            columns = erased.Max(1).Sum(1).ToArray();
        Assert.Equal(200, areas.Count(area => area > 0), 40.0);
        for (int i = 0; i < areas.Length; i++)
        {
            Assert.Equal(rows[i] * columns[i], areas[i]);
            if (areas[i] > 0)
            {
                Assert.InRange(areas[i] / (Extent * Extent), 0.09f, 0.22f);
                Assert.InRange(rows[i] / columns[i], 0.45f, 2.2f);
            }
        }

        // No border is spared.
        foreach (int axis in new[] { 1, 2 })
        {
            float[] where = erased.Max(0, axis).ToArray();
            Assert.Equal((1, 1), (where[0], where[^1]));
        }
    }

    [Fact]
    public void TheDefaultsAreThoseOfPyTorch()
    {
        var layer = new RandomErasing();
        Assert.Equal((0.5f, 0.02f, 0.33f, 0.3f, 3.3f),
            (layer.Probability, layer.Scale.Lower, layer.Scale.Upper, layer.Ratio.Lower, layer.Ratio.Upper));
    }
}
