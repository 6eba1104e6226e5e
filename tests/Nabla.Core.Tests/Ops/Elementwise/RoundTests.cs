using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class RoundTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Round(), new() { HasGradient = false, OtherDTypes = [DType.Int32] });

    [Theory]
    [Golden("round")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Round());
}
