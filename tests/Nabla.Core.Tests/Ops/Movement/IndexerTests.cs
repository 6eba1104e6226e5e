using Nabla.Testing;

namespace Nabla.Tests.Ops.Movement;

public sealed class IndexerTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0][1.., (.., 2), (.., -1)], [new([3, 5, 4])]);

    [Fact]
    public void ProofOfSteps() => OpCheck.Run(x => x[0][(1..4, -2), TensorIndex.Ellipsis, ^1], [new([5, 2, 4])]);

    [Fact]
    public void ProofOfAnotherAxis() => OpCheck.Run(x => x[0][1, TensorIndex.NewAxis, ..2], [new([3, 4])]);

    [Fact]
    public void ShapesAreThoseOfNumPy()
    {
        Tensor x = Tensor.Zeros(2, 3, 4);
        Assert.Equal([3, 4], x[0].Shape);
        Assert.Equal([2, 4], x[.., ^1].Shape);
        Assert.Equal([2, 3], x[TensorIndex.Ellipsis, 1].Shape);
        Assert.Equal([2, 1, 2, 4], x[.., TensorIndex.NewAxis, 1..].Shape);
        Assert.Equal([], x[1, 2, 3].Shape);
        Assert.Equal([2, 0, 4], x[.., 1..1].Shape);
    }

    [Fact]
    public void MistakesAreNamed()
    {
        Tensor x = Tensor.Zeros(2, 3);
        Assert.Contains(
            "has no element 5",
            Assert.Throws<ArgumentOutOfRangeException>(() => x[.., 5]).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "which has 2 axes", Assert.Throws<ArgumentException>(() => x[0, 0, 0]).Message, StringComparison.Ordinal);
        Assert.Contains(
            "x[^1]", Assert.Throws<ArgumentOutOfRangeException>(() => x[-1]).Message, StringComparison.Ordinal);
    }
}
