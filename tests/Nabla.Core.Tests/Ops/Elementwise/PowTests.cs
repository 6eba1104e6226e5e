using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class PowTests
{
    [Fact]
    public void Proof() => OpCheck.Binary((a, b) => a.Pow(b), new() { Low = 0.5 });

    [Theory]
    [Golden("power")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Pow(input("y")));

    [Theory]
    [Golden("power_scalar")]
    public void ScalarPowersMatchPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Pow(golden.Number("exponent")));

    [Fact]
    public void GradientsAtZeroAreNumbers()
    {
        Tensor x = Tensor.From([0.0, 0.0, 2.0]), exponent = Tensor.From([2.0, 0.0, 0.0]);
        Tensor[] gradients = Gradient.Of(x.Pow(exponent).Sum(), x, exponent);
        Assert.Equal([0, 0, 0], gradients[0].ToArray<double>());
        Assert.Equal([0, 0, Math.Log(2)], gradients[1].ToArray<double>());
    }
}
