namespace Nabla.Tests.Layers.Augmentation;

public sealed class CutoutTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new Cutout(4));

    [Fact]
    public void BlotsASquareOutThatMayReachBeyondTheBorder()
    {
        Tensor erased = 1 - new Cutout(4).Apply(Tensor.Ones(500, 10, 10), AugmentationCheck.Training());
        float[] areas = erased.Sum(1, 2).ToArray();
        Assert.Equal(16, areas.Max());
        Assert.Equal(4, areas.Min());
        Assert.Equal(1, erased.Max(0).Min().Item<float>());
    }
}
