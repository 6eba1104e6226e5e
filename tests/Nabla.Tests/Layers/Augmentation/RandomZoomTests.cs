namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomZoomTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomZoom(0.3f));

    // A ramp to the right: a picture tells where its pixels come from.
    private static readonly Tensor s_ramp = Tensor.Arange(0, 21, dtype: DType.Float32).BroadcastTo(1, 21, 21);

    [Fact]
    public void PositiveShowsMore()
    {
        Tensor zoomed = new RandomZoom((1, 1), fillMode: FillMode.Constant).Apply(s_ramp, AugmentationCheck.Training());
        float[] row = zoomed.Slice(1, 10..11).ToArray();
        Assert.Equal(10, row[10], 1e-4f);
        Assert.Equal(12, row[11], 1e-4f);
        Assert.Equal(0, row[2]);
    }

    [Fact]
    public void TheWidthFollowsTheHeightUnlessItHasAFactorOfItsOwn()
    {
        Tensor zoomed = new RandomZoom(0.5f, widthFactor: (0, 0)).Apply(s_ramp, AugmentationCheck.Training());
        Assert.Equal(s_ramp.ToArray(), zoomed.ToArray());
    }
}
