namespace Nabla.Tests.Layers.Augmentation;

public sealed class ImageLayerTests
{
    [Fact]
    public void BytesBecomeFloatsOfTheSameSize()
    {
        Tensor bytes = Tensor.From<byte>([0, 128, 255, 7], [1, 2, 2]);
        Tensor y = new CenterCrop(2, 2).Apply(bytes, CallContext.Inference);
        Assert.Equal(new TensorSpec(DType.Float32, [1, 2, 2]), y.Spec);
        Assert.Equal([0, 128, 255, 7], y.ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void OtherRanksAreRefused(int rank)
    {
        Tensor x = Tensor.Zeros(Shape.Create([.. Enumerable.Repeat(3L, rank)]));
        var exception = Assert.Throws<ShapeMismatchException>(
            () => new CenterCrop(2, 2) { Name = "cut" }.Apply(x, CallContext.Inference));
        Assert.Contains("CenterCrop 'cut' takes images", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ExpandAxis(0)", exception.Message, StringComparison.Ordinal);
    }
}
