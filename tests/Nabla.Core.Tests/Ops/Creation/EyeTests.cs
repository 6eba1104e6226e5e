using Nabla.Testing;

namespace Nabla.Tests.Ops.Creation;

public sealed class EyeTests
{
    [Fact]
    public void Proof() => OpCheck.Run(_ => Tensor.Eye(5, 7), []);

    [Fact]
    public void OnesAreOnTheDiagonal() => Assert.Equal([1f, 0f, 0f, 0f, 1f, 0f], Tensor.Eye(2, 3).ToArray());

    [Fact]
    public void NegativeExtentsAreRefused()
    {
        Assert.Equal([0, 0], Tensor.Eye(0).Shape);
        Assert.Contains(
            "0 or more rows and columns, but got -1 and -1",
            Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Eye(-1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Eye(2, -3));
    }
}
