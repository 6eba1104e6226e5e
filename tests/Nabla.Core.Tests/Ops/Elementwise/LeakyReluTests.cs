using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class LeakyReluTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.LeakyRelu(0.2), new() { Avoid = [0] });

    [Theory]
    [Golden("leaky_relu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").LeakyRelu(golden.Number("slope")));
}
