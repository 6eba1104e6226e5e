namespace Nabla.Tests.Layers;

public sealed class ElementwiseMergeTests
{
    [Fact]
    public void OtherShapesAreRefusedButForAxesOfOne()
    {
        Assert.Contains("joins values of one shape", Assert.Throws<ShapeMismatchException>(
            () => new Add().Apply([MergeCheck.A, Tensor.Ones(2, 3)], CallContext.Inference)).Message);
        Tensor joined = new Add().Apply([MergeCheck.A, Tensor.Ones(2, 1)], CallContext.Inference)[0];
        Assert.Equal([2f, 3, 4, 5], joined.ToArray());
    }
}
