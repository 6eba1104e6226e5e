namespace Nabla.Tests.Layers.Augmentation;

public sealed class FlipModeTests
{
    [Fact]
    public void BothDirectionsAreTheDefaultAsInKeras()
    {
        Assert.Equal(FlipMode.HorizontalAndVertical, new RandomFlip().Mode);
        Assert.Equal(default, new RandomFlip().Mode);
    }
}
