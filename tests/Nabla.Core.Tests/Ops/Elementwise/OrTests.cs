using Nabla.Testing;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class OrTests
{
    [Fact]
    public void Proof() => OpCheck.Binary(
        (a, b) => a | b,
        new() { DTypes = [], OtherDTypes = [DType.Bool, DType.Int32, DType.Int64, DType.UInt8], HasGradient = false });

    [Fact]
    public void FloatingNumbersAreRefused()
    {
        var exception = Assert.Throws<DTypeMismatchException>(() => Tensor.Zeros(2) | Tensor.Zeros(2));
        Assert.Contains("Cast(DType", exception.Message, StringComparison.Ordinal);
    }
}
