using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class Expm1Tests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Expm1());

    [Theory]
    [Golden("expm1")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Expm1());
}
