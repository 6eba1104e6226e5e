using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class Log1pTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Log1p(), new() { Low = -0.7, High = 4 });

    [Theory]
    [Golden("log1p")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Log1p());
}
