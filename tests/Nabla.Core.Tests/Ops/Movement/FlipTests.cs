using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class FlipTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Flip(1), [new([2, 4])]);

    [Theory]
    [Golden("flip")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Flip(golden.Axes("axes")));
}
