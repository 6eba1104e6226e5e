using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class HardSigmoidTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.HardSigmoid(), new() { Low = -5, High = 5, Avoid = [-3, 3] });

    [Theory]
    [Golden("hard_sigmoid")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").HardSigmoid());
}
