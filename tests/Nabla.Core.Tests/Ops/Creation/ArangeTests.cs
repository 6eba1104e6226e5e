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

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, 1e-30)]
    public void EndlessRangesAreRefused(double stop, double step)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Arange(0, stop, step));
        Assert.Contains("at most 2^59 steps", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersThatTheTypeDoesNotReachAreRefused()
    {
        Assert.Equal(255, Tensor.Arange(0, 256, dtype: DType.UInt8).ToArray<byte>()[255]);
        var exception = Assert.Throws<OverflowException>(() => Tensor.Arange(0, 257, dtype: DType.UInt8));
        Assert.Contains("256 does not fit into uint8", exception.Message, StringComparison.Ordinal);
    }
}
