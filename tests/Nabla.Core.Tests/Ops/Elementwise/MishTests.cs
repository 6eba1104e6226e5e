using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class MishTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Mish());

    [Theory]
    [Golden("mish")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").Mish());
}
