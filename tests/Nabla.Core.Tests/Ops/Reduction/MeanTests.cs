using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class MeanTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Mean(1), [new([3, 4, 2])]);

    [Fact]
    public void ProofOverAll() => OpCheck.Run(x => x[0].Mean(), [new([3, 7])]);

    [Fact]
    public void ProofOverTwo() => OpCheck.Run(x => x[0].Mean(0, 2), [new([3, 4, 2])]);

    [Theory]
    [Golden("mean")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Mean(golden.Axes("axes"), golden.Flag("keep_axes")));
}
