using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SparseSigmoidTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.SparseSigmoid(), new() { Avoid = [-1, 1] });

    [Theory]
    [Golden("sparse_sigmoid")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").SparseSigmoid());
}
