namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomRotationTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomRotation(0.2f));

    [Fact]
    public void QuarterTurnsGoCounterClockwise()
    {
        Tensor image = Tensor.From<float>([1, 2, 3, 4], [1, 2, 2]);
        Tensor turned = new RandomRotation((0.25f, 0.25f)).Apply(image, AugmentationCheck.Training());
        float[] expected = [2, 4, 1, 3];
        Assert.All(expected.Zip(turned.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void AnglesFillTheRange()
    {
        // The middle row right of the middle shows sin and cos of the angle: the image is its own column number.
        Tensor ramp = (Tensor.Arange(-10, 11, dtype: DType.Float32)).BroadcastTo(2000, 21, 21);
        var layer = new RandomRotation(0.1f, FillMode.Nearest);
        float[] cosines = layer.Apply(ramp, AugmentationCheck.Training()).Slice(1, 10..11).Slice(2, 15..16).ToArray();
        Assert.Equal(5, cosines.Max(), 0.01f);
        Assert.Equal(5 * MathF.Cos(0.1f * MathF.Tau), cosines.Min(), 0.01f);
    }

    [Fact]
    public void FactorsAreTurns()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new RandomRotation(36));
        Assert.Contains("1 is a full turn", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomRotation((0.2f, 0.1f)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomRotation(float.NaN));
    }
}
