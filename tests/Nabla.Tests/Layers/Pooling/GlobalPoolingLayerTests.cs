namespace Nabla.Tests.Layers;

public sealed class GlobalPoolingLayerTests
{
    [Fact]
    public void AxesAreDroppedUnlessKept() => Assert.Equal(
        (2, 4), (new GlobalMaxPooling2D().Apply(Tensor.Zeros(1, 2, 2, 3), CallContext.Inference).Rank,
            new GlobalMaxPooling2D(keepAxes: true).Apply(Tensor.Zeros(1, 2, 2, 3), CallContext.Inference).Rank));
}
