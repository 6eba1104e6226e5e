using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SparsePlusTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.SparsePlus(), new() { Avoid = [-1, 1] });

    [Theory]
    [Golden("sparse_plus")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").SparsePlus());

    [Fact]
    public void ItsGradientIsTheSparseSigmoid()
    {
        Tensor x = Tensor.Linspace(-2, 2, 33, DType.Float64);
        Assert.Equal(x.SparseSigmoid().ToArray<double>(), Gradient.Of(x.SparsePlus().Sum(), x)[0].ToArray<double>());
    }
}
