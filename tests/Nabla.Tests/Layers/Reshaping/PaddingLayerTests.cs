namespace Nabla.Tests.Layers;

public sealed class PaddingLayerTests
{
    [Theory]
    [InlineData(PaddingMode.Zeros, new float[] { 0, 0, 1, 2, 3, 0 })]
    [InlineData(PaddingMode.Reflect, new float[] { 3, 2, 1, 2, 3, 2 })]
    public void AddsWhatItsModeSays(PaddingMode mode, float[] expected) => Assert.Equal(
        expected, new Padding1D(Padding.Of([2], [1]).With(mode))
            .Apply(Tensor.From<float>([1, 2, 3], [1, 3, 1]), CallContext.Inference).ToArray());

    [Fact]
    public void TooWideAReflectionNamesTheLayer() => Assert.Contains(
        "Pad in layer 'frame' (Reflect) can add at most 2 elements",
        Assert.Throws<ShapeMismatchException>(
            () => new Padding1D(Padding.Of(3).With(PaddingMode.Reflect)) { Name = "frame" }
                .Apply(Tensor.Zeros(1, 3, 1), CallContext.Inference)).Message);
}
