using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class HardShrinkTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.HardShrink(), new() { Avoid = [-0.5, 0.5] });

    [Theory]
    [Golden("hard_shrink")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").HardShrink(golden.Number("lamda")));
}
