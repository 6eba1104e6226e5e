using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class ReciprocalSqrtTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.ReciprocalSqrt(), new() { Low = 0.3, High = 4 });

    [Theory]
    [Golden("rsqrt")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").ReciprocalSqrt());
}
