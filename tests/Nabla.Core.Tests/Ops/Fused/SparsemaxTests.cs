using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Fused;

public sealed class SparsemaxTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Sparsemax(), [new([3, 10])]);

    [Theory]
    [Golden("sparsemax")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").Sparsemax(golden.Integer("axis")));

    [Fact]
    public void ProofAlongAnotherAxis() => OpCheck.Run(x => x[0].Sparsemax(1), [new([2, 7, 3])]);

    [Fact]
    public void OneScoreIsCertainAndNoneIsNothing()
    {
        Assert.Equal([1, 1], Tensor.From(new[,] { { -5f }, { 1e30f } }).Sparsemax().ToArray());
        Assert.Equal([2, 0], Tensor.Zeros(2, 0).Sparsemax().Shape.Extents.ToArray());
    }
}
