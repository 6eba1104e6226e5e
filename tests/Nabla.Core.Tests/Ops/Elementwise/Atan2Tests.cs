using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class Atan2Tests
{
    [Fact]
    public void Proof() => OpCheck.Binary((y, x) => y.Atan2(x), new() { Avoid = [0] });

    [Theory]
    [Golden("atan2")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (_, input) => input("x").Atan2(input("y")));

    [Fact]
    public void AllQuadrantsAndSignedZerosAreThoseOfMath()
    {
        double[] values = [0, -0.0, 1, -1, 0.5, -3, 1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity];
        double[] y = [.. values.SelectMany(value => Enumerable.Repeat(value, values.Length))];
        double[] x = [.. Enumerable.Repeat(values, values.Length).SelectMany(all => all)];

        double[] expected = [.. y.Zip(x, Math.Atan2)];
        new Tolerance(1e-15, 0).Check(Tensor.From(y).Atan2(Tensor.From(x)), expected, "The angle");
        Assert.True(double.IsNaN(Tensor.From([double.NaN]).Atan2(Tensor.From([1.0])).ToArray<double>()[0]));
    }
}
