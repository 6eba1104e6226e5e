namespace Nabla.Tests.Layers.Augmentation;

public sealed class GrayscaleTests
{
    private static readonly Tensor s_image = Tensor.From<float>([1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1], [1, 2, 2, 3]);

    [Fact]
    public void IsTheBrightness()
    {
        Tensor gray = new Grayscale().Apply(s_image, CallContext.Inference);
        Assert.Equal(Shape.Create([1, 2, 2, 1]), gray.Shape);
        Assert.Equal([0.299f, 0.587f, 0.114f, 1], gray.ToArray().Select(value => MathF.Round(value, 6)));
        Assert.Equal(Shape.Create([1, 2, 2, 3]), new Grayscale(3).Apply(s_image, CallContext.Inference).Shape);
    }

    [Fact]
    public void HasOneOrThreeChannels() => Assert.Throws<ArgumentOutOfRangeException>(() => new Grayscale(2));
}
