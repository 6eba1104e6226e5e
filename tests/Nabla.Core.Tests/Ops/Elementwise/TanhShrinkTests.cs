using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class TanhShrinkTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.TanhShrink());

    [Theory]
    [Golden("tanh_shrink")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").TanhShrink());
}
