using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SinTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Sin());

    [Theory]
    [Golden("sin")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Sin());
}
