using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class PermuteTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Permute(2, 0, 1), [new([2, 3, 4])]);

    [Theory]
    [Golden("transpose")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Permute(golden.Axes("axes")));
}
