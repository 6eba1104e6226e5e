using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class ReluTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Relu(), new() { Avoid = [0] });

    [Theory]
    [Golden("relu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (_, input) => input("x").Relu());
}
