namespace Nabla.Tests.Layers;

public sealed class AdaptivePoolingLayerTests
{
    [Fact]
    public void ResultsHaveOneSizeWhateverTheInputHas() => Assert.All(
        (long[])[1, 2, 5, 8], extent => Assert.Equal([1, 3, 2, 4], new AdaptiveMaxPooling2D([3, 2])
            .Apply(Tensor.Zeros(1, extent, extent, 4), CallContext.Inference).Shape));
}
