using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class PReluTests
{
    [Fact]
    public void Proof() => OpCheck.Binary((x, slope) => x.PRelu(slope), new() { Avoid = [0] });

    [Theory]
    [Golden("prelu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").PRelu(input("slope")));
}
