using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class DivideTests
{
    [Fact]
    public void Proof() => OpCheck.Binary((a, b) => a / b, new() { Low = 0.5 });

    [Theory]
    [Golden("divide")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x") / input("y"));
}
