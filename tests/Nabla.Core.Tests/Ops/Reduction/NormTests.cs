using Nabla.Testing;

namespace Nabla.Tests.Ops.Reduction;

public sealed class NormTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Norm(1), [new([3, 4, 2])]);

    [Fact]
    public void TheGradientAtZeroIsZero()
    {
        Tensor x = Tensor.From([0.0, 0.0]);
        Assert.Equal([0, 0], Gradient.Of(x.Norm(), x)[0].ToArray<double>());
    }
}
