using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class CoshTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Cosh());

    [Theory]
    [Golden("cosh")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (_, input) => input("x").Cosh());
}
