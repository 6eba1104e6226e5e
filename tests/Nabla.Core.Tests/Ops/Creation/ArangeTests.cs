using Nabla.Testing;

namespace Nabla.Tests.Ops.Creation;

public sealed class ArangeTests
{
    [Fact]
    public void Proof() => OpCheck.Run(_ => Tensor.Arange(3, 200, 7), []);

    [Fact]
    public void WholeNumbersGiveIntegers()
    {
        Assert.Equal([0, 1, 2], Tensor.Arange(3).ToArray<int>());
        Assert.Equal([5L, 3L], Tensor.Arange(5, 1, -2, DType.Int64).ToArray<long>());
        Assert.Equal([0f, 0.5f], Tensor.Arange(0, 1, 0.5).ToArray());
        Assert.Empty(Tensor.Arange(3, 3).ToArray<int>());
    }
}
