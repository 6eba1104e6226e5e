using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class CosTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Cos());

    [Theory]
    [Golden("cos")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Cos());
}
