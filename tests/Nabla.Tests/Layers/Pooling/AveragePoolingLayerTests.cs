namespace Nabla.Tests.Layers;

public sealed class AveragePoolingLayerTests
{
    [Fact]
    public void PaddingCountsWhereItIsAsked() => Assert.Equal(
        [2, 4, 1, 4], (float[])[.. Run(false), .. Run(true)]);

    private static float[] Run(bool countPadding) => new AveragePooling1D(2, 2, Padding.Of([1], [0]), countPadding)
        .Apply(Tensor.From<float>([2, 3, 5], [1, 3, 1]), CallContext.Inference).ToArray();
}
