using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SinhTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Sinh());

    [Theory]
    [Golden("sinh")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (_, input) => input("x").Sinh());
}
