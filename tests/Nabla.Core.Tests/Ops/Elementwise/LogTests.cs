using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class LogTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Log(), new() { Low = 0.3, High = 4 });

    [Theory]
    [Golden("log")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Log());
}
