using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class FloorTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Floor(), new() { HasGradient = false, OtherDTypes = [DType.Int32] });

    [Theory]
    [Golden("floor")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Floor());
}
