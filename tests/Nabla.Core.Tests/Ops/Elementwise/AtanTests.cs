using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class AtanTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Atan());

    [Theory]
    [Golden("atan")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Atan());
}
