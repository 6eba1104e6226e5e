using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Fused;

public sealed class SoftminTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Softmin(), [new([3, 10])]);

    [Theory]
    [Golden("softmin")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").Softmin(golden.Integer("axis")));
}
