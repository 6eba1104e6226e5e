using Nabla.Testing;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class CastTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Cast(DType.Float64));

    [Theory]
    [InlineData(DType.Int32, new double[] { 2, -2, 0, 2147483647 })]
    [InlineData(DType.Int64, new double[] { 2, -2, 0, 1e12 })]
    [InlineData(DType.Bool, new double[] { 1, 1, 1, 1 })]
    public void FloatingNumbersAreTruncatedAndSaturate(DType dtype, double[] expected)
    {
        Tensor x = Tensor.From([2.9, -2.9, double.NaN, 1e12]);
        Assert.Equal(expected, x.Cast(dtype).Cast(DType.Float64).ToArray<double>());
    }

    [Fact]
    public void IntegersWrapAround() =>
        Assert.Equal([44, 255], Tensor.From([300, -1]).Cast(DType.UInt8).ToArray<byte>());
}
