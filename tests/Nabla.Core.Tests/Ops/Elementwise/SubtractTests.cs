using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SubtractTests
{
    [Fact]
    public void Proof() =>
        OpCheck.Binary((a, b) => a - b, new() { OtherDTypes = [DType.Int32, DType.Int64, DType.UInt8] });

    [Theory]
    [Golden("subtract")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x") - input("y"));
}
