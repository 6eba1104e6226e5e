namespace Nabla.Tests.Layers;

public sealed class ConcatenateTests
{
    [Fact]
    public void TheLastAxisGrows() => MergeCheck.Run(() => new Concatenate(), 1, 2, 5, 1, 0, 3, 3, 4, 3, -2, 2, 1);

    [Fact]
    public void OtherAxesMustBeAlike()
    {
        Assert.Throws<ShapeMismatchException>(
            () => new Concatenate(1).Apply([MergeCheck.A, Tensor.Ones(3, 2)], CallContext.Inference));
        Assert.Contains("beside its batch axis", Assert.Throws<ShapeMismatchException>(
            () => new Concatenate(2).Apply([MergeCheck.A, MergeCheck.B], CallContext.Inference)).Message);
        Assert.Contains("batch", Assert.Throws<ArgumentOutOfRangeException>(() => new Concatenate(0)).Message);
    }
}
