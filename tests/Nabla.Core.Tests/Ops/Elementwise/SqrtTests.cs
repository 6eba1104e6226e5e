using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SqrtTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Sqrt(), new() { Low = 0.3, High = 4 });

    [Theory]
    [Golden("sqrt")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Sqrt());
}
