using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SigmoidTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Sigmoid());

    [Theory]
    [Golden("sigmoid")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (_, input) => input("x").Sigmoid());
}
