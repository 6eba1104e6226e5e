using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SeluTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Selu(), new() { Avoid = [0] });

    [Theory]
    [Golden("selu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").Selu());
}
