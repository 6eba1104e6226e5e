using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class MultiplyTests
{
    [Fact]
    public void Proof() =>
        OpCheck.Binary((a, b) => a * b, new() { OtherDTypes = [DType.Int32, DType.Int64, DType.UInt8] });

    [Theory]
    [Golden("multiply")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x") * input(golden.Inputs[^1]));
}
