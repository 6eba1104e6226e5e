using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class ProductTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Product(1), [new([3, 4, 2])]);

    [Fact]
    public void ProofOverAll() => OpCheck.Run(x => x[0].Product(), [new([5])]);

    [Theory]
    [Golden("prod")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Product(golden.Axes("axes")));
}
