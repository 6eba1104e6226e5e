using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class Relu6Tests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Relu6(), new() { Low = -8, High = 8, Avoid = [0, 6] });

    [Theory]
    [Golden("relu6")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").Relu6());
}
