using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class CeilingTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Ceiling(), new() { HasGradient = false, OtherDTypes = [DType.Int32] });

    [Theory]
    [Golden("ceiling")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Ceiling());
}
