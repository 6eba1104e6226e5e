using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SignTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Sign(), new() { HasGradient = false });

    [Theory]
    [Golden("sign")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Sign());
}
