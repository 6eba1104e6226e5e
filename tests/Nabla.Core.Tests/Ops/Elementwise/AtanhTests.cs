using Nabla.Testing;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class AtanhTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Atanh(), new() { Low = -0.9, High = 0.9 });

    [Fact]
    public void NearAndFarItIsThatOfMath()
    {
        double[] x =
        [
            0, 1, -1, 1e-300, 1e-9, -1e-9, 0.3, -0.7, 1.5, 2, -2, 8, 30, -30, 1000, 1e10, -1e10, 1e300, -1e300,
            double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        ];
        double[] expected = Array.ConvertAll(x, value => Math.Atanh(value));
        new Tolerance(1e-15, 0).Check(Tensor.From(x).Atanh(), expected, "Atanh");
    }
}
