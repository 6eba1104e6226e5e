using Nabla.Testing;

namespace Nabla.Tests.Ops.Movement;

public sealed class RepeatTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Repeat(3, 0), [new([2, 3])]);

    [Fact]
    public void ElementsFollowThemselves() =>
        Assert.Equal([1, 1, 2, 2], Tensor.From([1, 2]).Repeat(2, 0).ToArray<int>());
}
