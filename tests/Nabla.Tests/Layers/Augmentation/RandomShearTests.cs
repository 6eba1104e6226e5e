namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomShearTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomShear(0.3f, 0.1f));

    // A ramp to the right: a picture tells where its pixels come from.
    private static readonly Tensor s_ramp = Tensor.Arange(0, 21, dtype: DType.Float32).BroadcastTo(1, 21, 21);

    [Fact]
    public void RowsMoveFromOneToTheNext()
    {
        Tensor sheared = new RandomShear((0.5f, 0.5f), 0).Apply(s_ramp, AugmentationCheck.Training());
        float[] column = sheared.Slice(2, 10..11).ToArray();
        Assert.Equal(10, column[10], 1e-4f);
        Assert.Equal(12, column[14], 1e-4f);
    }
}
