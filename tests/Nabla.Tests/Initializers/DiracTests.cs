namespace Nabla.Tests.Initializers;

public sealed class DiracTests
{
    [Fact]
    public void OnlyTheCentreOfTheWindowPassesAChannelOn()
    {
        Tensor kernel = new Dirac().Create([3, 3, 2, 4], DType.Float32, 1);
        Assert.Equal(Tensor.Eye(2, 4).ToArray(), kernel[1, 1].ToArray());
        Assert.Equal(2, kernel.Sum().Item<float>());
        Assert.Equal([0, 0, 1, 0, 0], new Dirac().Create([5, 1, 1], DType.Float32, 1).ToArray());
    }

    [Fact]
    public void AMatrixIsRefused() => Assert.Contains(
        "IdentityMatrix",
        Assert.Throws<ShapeMismatchException>(() => new Dirac().Create([3, 3], DType.Float32, 1)).Message);
}
