namespace Nabla.Tests.Layers;

public sealed class MaxPoolingLayerTests
{
    [Fact]
    public void DilationsLeaveGaps() => Assert.Equal(
        [5, 9], new MaxPooling1D(2, 1, dilations: 3).Apply(Tensor.From<float>([5, 8, 1, 2, 9], [1, 5, 1]),
            CallContext.Inference).ToArray());
}
