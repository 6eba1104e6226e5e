using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class CumulativeSumTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].CumulativeSum(1), [new([3, 4, 2])]);

    [Fact]
    public void ProofOverAll() => OpCheck.Run(x => x[0].CumulativeSum(-1, isReversed: true), [new([3, 7])]);

    [Theory]
    [Golden("cumulative_sum")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").CumulativeSum(golden.Integer("axis")));
}
