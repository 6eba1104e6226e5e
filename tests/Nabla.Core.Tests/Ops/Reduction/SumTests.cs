using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class SumTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Sum(1), [new([3, 4, 2])]);

    [Fact]
    public void ProofOverAll() => OpCheck.Run(x => x[0].Sum(), [new([3, 7])]);

    [Fact]
    public void ProofOverTwo() => OpCheck.Run(x => x[0].Sum(0, 2), [new([3, 4, 2])]);

    [Theory]
    [Golden("sum")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Sum(golden.Axes("axes"), golden.Flag("keep_axes")));

    [Fact]
    public void TheSumOfNothingIsZero() => Assert.Equal([0f, 0f, 0f], Tensor.Zeros(0, 3).Sum(0).ToArray());

    [Fact]
    public void BoolsAreCounted()
    {
        Tensor count = Tensor.From([true, false, true]).Sum();
        Assert.Equal(DType.Int64, count.DType);
        Assert.Equal(2, count.Item<long>());
    }
}
