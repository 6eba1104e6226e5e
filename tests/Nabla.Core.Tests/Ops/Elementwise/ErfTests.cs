using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class ErfTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Erf());

    [Theory]
    [Golden("erf")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Erf());
}
