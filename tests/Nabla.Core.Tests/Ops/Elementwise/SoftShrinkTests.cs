using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SoftShrinkTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.SoftShrink(), new() { Avoid = [-0.5, 0.5] });

    [Theory]
    [Golden("soft_shrink")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").SoftShrink(golden.Number("lamda")));

    [Fact]
    public void TheStepIsNotNegative() => Assert.Contains(
        "0 or more", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(1).SoftShrink(-1)).Message);
}
