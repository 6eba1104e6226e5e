using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class CeluTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Celu(0.7), new() { Avoid = [0] });

    [Theory]
    [Golden("celu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").Celu(golden.Number("alpha")));

    [Fact]
    public void AlphaIsAboveZero() =>
        Assert.Contains("above 0", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(1).Celu(0)).Message);
}
