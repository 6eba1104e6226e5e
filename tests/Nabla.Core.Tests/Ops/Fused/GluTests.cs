using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Fused;

public sealed class GluTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Glu(), [new([3, 8])]);

    [Theory]
    [Golden("glu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").Glu(golden.Integer("axis")));

    [Fact]
    public void AnOddAxisIsRefused() => Assert.Contains(
        "twice as many units", Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(2, 3).Glu()).Message);
}
