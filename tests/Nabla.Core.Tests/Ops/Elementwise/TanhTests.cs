using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class TanhTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Tanh());

    [Theory]
    [Golden("tanh")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (_, input) => input("x").Tanh());
}
