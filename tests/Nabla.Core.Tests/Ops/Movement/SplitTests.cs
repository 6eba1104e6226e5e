using Nabla.Testing;

namespace Nabla.Tests.Ops.Movement;

public sealed class SplitTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Split(2, 1) is [var a, var b] ? a * b : x[0], [new([2, 4])]);

    [Fact]
    public void ExtentsMustAddUp()
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(5).Split([2, 2]));
        Assert.Contains("add up to 4", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(5).Split(2));
        Assert.Contains("name the extents", exception.Message, StringComparison.Ordinal);
    }
}
