using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SiluTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Silu());

    [Theory]
    [Golden("silu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (_, input) => input("x").Silu());
}
