using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class AbsTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Abs(), new() { Avoid = [0] });

    [Theory]
    [Golden("abs")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Abs());
}
