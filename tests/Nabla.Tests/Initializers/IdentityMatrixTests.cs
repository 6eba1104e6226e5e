namespace Nabla.Tests.Initializers;

public sealed class IdentityMatrixTests
{
    [Fact]
    public void TheDiagonalHasTheGain() =>
        Assert.Equal([3, 0, 0, 0, 3, 0], new IdentityMatrix(3).Create([2, 3], DType.Float32, 1).ToArray());

    [Fact]
    public void AKernelIsRefused() => Assert.Contains(
        "Dirac",
        Assert.Throws<ShapeMismatchException>(() => new IdentityMatrix().Create([3, 3, 1], DType.Float32, 1)).Message);
}
