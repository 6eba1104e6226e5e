using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class StandardDeviationTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].StandardDeviation(1), [new([3, 4, 2])]);

    [Theory]
    [Golden("std")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").StandardDeviation(golden.Axes("axes"), false, golden.Number("correction")));
}
