using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class NegateTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => -x, new() { OtherDTypes = [DType.Int32, DType.Int64] });

    [Theory]
    [Golden("negate")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => -input("x"));
}
