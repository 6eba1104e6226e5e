namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomFlipTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomFlip());

    [Theory]
    [InlineData(FlipMode.Horizontal, "1234 2143")]
    [InlineData(FlipMode.Vertical, "1234 3412")]
    [InlineData(FlipMode.HorizontalAndVertical, "1234 2143 3412 4321")]
    public void EveryDirectionComesUp(FlipMode mode, string expected)
    {
        Tensor images = Tensor.From<float>([1, 2, 3, 4], [1, 2, 2]).BroadcastTo(200, 2, 2);
        float[] flipped = new RandomFlip(mode).Apply(images, AugmentationCheck.Training()).ToArray();
        string[] kinds = [.. flipped.Chunk(4).Select(values => string.Concat(values))];
        Assert.Equal(expected.Split(' '), kinds.Distinct().Order());
        Assert.Equal(
            kinds.Length / (double)expected.Split(' ').Length, kinds.Count(kind => kind == "1234"), 30.0);
    }
}
