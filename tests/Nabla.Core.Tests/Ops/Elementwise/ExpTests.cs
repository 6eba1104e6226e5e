using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class ExpTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Exp());

    [Theory]
    [Golden("exp")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Exp());
}
