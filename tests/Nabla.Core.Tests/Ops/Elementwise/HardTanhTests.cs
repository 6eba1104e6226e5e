using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class HardTanhTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.HardTanh(), new() { Avoid = [-1, 1] });

    [Theory]
    [Golden("hard_tanh")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x")
            .HardTanh(golden.Number("minimum"), golden.Number("maximum")));

    [Fact]
    public void TheMinimumIsBelowTheMaximum() => Assert.Contains(
        "swap them", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(1).HardTanh(1, -1)).Message);
}
