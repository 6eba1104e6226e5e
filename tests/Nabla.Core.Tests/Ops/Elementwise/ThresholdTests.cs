using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class ThresholdTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Threshold(0.5, -2), new() { Avoid = [0.5] });

    [Theory]
    [Golden("threshold")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x")
            .Threshold(golden.Number("threshold"), golden.Number("value")));
}
