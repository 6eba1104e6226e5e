using Nabla.Graph;
using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class AddTests
{
    [Fact]
    public void Proof() =>
        OpCheck.Binary((a, b) => a + b, new() { OtherDTypes = [DType.Int32, DType.Int64, DType.UInt8] });

    [Theory]
    [Golden("add")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x") + input("y"));

    [Fact]
    public void ShapesThatDoNotMeetAreNamed()
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(2, 3) + Tensor.Zeros(4));
        Assert.Contains("Add cannot broadcast [2, 3] with [4]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("reshape or insert axes", exception.Message, StringComparison.Ordinal);
        Assert.Equal([[2, 3], [4]], exception.Shapes);
    }

    [Fact]
    public void TheLayerIsNamed()
    {
        using LayerScope scope = LayerScope.Enter("encoder");
        var exception = Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(2) + Tensor.Zeros(3));
        Assert.Contains("in layer 'encoder'", exception.Message, StringComparison.Ordinal);
    }
}
