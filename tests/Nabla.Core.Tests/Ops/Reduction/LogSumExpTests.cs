using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class LogSumExpTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].LogSumExp(1), [new([3, 4, 2])]);

    [Fact]
    public void ProofOverAll() => OpCheck.Run(x => x[0].LogSumExp(), [new([3, 7])]);

    [Fact]
    public void ProofOverTwo() => OpCheck.Run(x => x[0].LogSumExp(0, 2), [new([3, 4, 2])]);

    [Theory]
    [Golden("log_sum_exp")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").LogSumExp(golden.Axes("axes"), golden.Flag("keep_axes")));
}
