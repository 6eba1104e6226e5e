using Nabla.Testing;

namespace Nabla.Tests.Ops.Movement;

public sealed class FlattenTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Flatten(1), [new([2, 3, 2])]);

    [Fact]
    public void ShapesAreJoined()
    {
        Assert.Equal([24], Tensor.Zeros(2, 3, 4).Flatten().Shape);
        Assert.Equal([2, 12], Tensor.Zeros(2, 3, 4).Flatten(1).Shape);
        Assert.Equal([1], Tensor.Scalar(1).Flatten().Shape);
    }
}
