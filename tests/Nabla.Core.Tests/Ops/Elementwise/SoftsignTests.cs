using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SoftsignTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Softsign(), new() { Avoid = [0] });

    [Theory]
    [Golden("softsign")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").Softsign());
}
