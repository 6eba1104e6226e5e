using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SoftplusTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Softplus());

    [Theory]
    [Golden("softplus")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Softplus());
}
