using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class LessEqualTests
{
    [Fact]
    public void Proof() =>
        OpCheck.Binary((a, b) => a <= b, new() { OtherDTypes = [DType.Int32, DType.Int64, DType.UInt8] });

    [Theory]
    [Golden("less_or_equal")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x") <= input("y"));
}
