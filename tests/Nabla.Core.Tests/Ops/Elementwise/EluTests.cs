using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class EluTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Elu(0.7), new() { Avoid = [0] });

    [Theory]
    [Golden("elu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").Elu(golden.Number("alpha")));

    [Fact]
    public void TheGradientAtZeroIsAlphaAndFarAwayIsNoNaN()
    {
        Tensor x = Tensor.From([0.0, 1000.0, -1000.0]);
        Assert.Equal([0.7, 1, 0], Gradient.Of(x.Elu(0.7).Sum(), x)[0].ToArray<double>());
    }
}
