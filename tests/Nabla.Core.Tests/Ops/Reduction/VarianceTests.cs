using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class VarianceTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Variance(1), [new([3, 4, 2])]);

    [Theory]
    [Golden("var")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Variance(golden.Axes("axes"), false, golden.Number("correction")));
}
