namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomAffineTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomAffine(0.1f, 0.1f, 0.1f, 0.1f));

    [Fact]
    public void IsOneWithoutColors() => AugmentationCheck.Run(new RandomAffine(0.1f, 0.1f), channels: 1);

    [Fact]
    public void OneStepShowsWhatOneLayerAfterAnotherShows()
    {
        // Smooth, so that mixing pixels twice changes little; away from the border.
        Tensor x = Tensor.Arange(0, 41, dtype: DType.Float32).Reshape(1, 41) * 0.1;
        Tensor image = (x.Sin() + (x.Reshape(41, 1) * 0.7).Cos()).Reshape(1, 41, 41);
        Layer[] layers =
        [
            new RandomRotation((0.06f, 0.06f)), new RandomShear((0.2f, 0.2f), 0), new RandomZoom((0.1f, 0.1f)),
            new RandomTranslation((0.05f, 0.05f), (0.05f, 0.05f)),
        ];
        Tensor expected = layers.Aggregate(image, (y, layer) => layer.Apply(y, AugmentationCheck.Training()));
        Tensor actual = new RandomAffine((0.06f, 0.06f), (0.05f, 0.05f), (0.1f, 0.1f), (0.2f, 0.2f))
            .Apply(image, AugmentationCheck.Training());
        Tensor distance = (actual - expected).Abs().Slice(1, 12..29).Slice(2, 12..29).Max();
        Assert.Equal(0, distance.Item<float>(), 0.01f);
    }
}
