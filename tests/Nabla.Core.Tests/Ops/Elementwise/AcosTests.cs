using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class AcosTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Acos(), new() { Low = -0.9, High = 0.9 });

    [Theory]
    [Golden("acos")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Acos());
}
