using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class HardSiluTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.HardSilu(), new() { Low = -5, High = 5, Avoid = [-3, 3] });

    [Theory]
    [Golden("hard_silu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").HardSilu());
}
