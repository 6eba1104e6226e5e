using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class TanTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Tan(), new() { Low = -1.2, High = 1.2 });

    [Theory]
    [Golden("tan")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Tan());
}
