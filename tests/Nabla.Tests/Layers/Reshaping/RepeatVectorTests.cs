namespace Nabla.Tests.Layers;

public sealed class RepeatVectorTests
{
    [Fact]
    public void IsALayer() => LayerCheck.Run(() => new RepeatVector(3), [4, 6], [4, 3, 6]);

    [Fact]
    public void FeaturesAreRepeatedAlongANewAxis() => Assert.Equal(
        [1, 2, 1, 2, 3, 4, 3, 4],
        new RepeatVector(2).Apply(Tensor.From(new[,] { { 1f, 2 }, { 3, 4 } }), CallContext.Inference).ToArray());

    [Fact]
    public void ImagesAreRefused() => Assert.Contains(
        "Flatten",
        Assert.Throws<ShapeMismatchException>(
            () => new RepeatVector(2).Apply(Tensor.Ones(1, 2, 3), CallContext.Inference)).Message);
}
