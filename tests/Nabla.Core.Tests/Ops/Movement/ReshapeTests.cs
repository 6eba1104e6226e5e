using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class ReshapeTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Reshape(4, -1), [new([2, 3, 2])]);

    [Theory]
    [Golden("reshape")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Transpose().Reshape(Shape.Create(golden.Extents("shape"))));

    [Fact]
    public void CountsMustBeEqual()
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(2, 3).Reshape([4]));
        Assert.Contains("the counts must be equal", exception.Message, StringComparison.Ordinal);
    }
}
