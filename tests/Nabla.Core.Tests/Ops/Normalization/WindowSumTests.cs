using Nabla.Testing;

namespace Nabla.Tests.Ops.Normalization;

public sealed class WindowSumTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(0, 6)]
    public void Proof(int before, int after) =>
        OpCheck.Run(x => new WindowSumOp(before, after).Apply(x[0]).Square(), [new([3, 5])]);

    [Fact]
    public void NeighboursAreAdded() => Assert.Equal(
        [3f, 6f, 6f], new WindowSumOp(2, 1).Apply(Tensor.From([1f, 2f, 3f], [1, 3])).ToArray());
}
