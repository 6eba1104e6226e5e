using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class ReciprocalTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Reciprocal(), new() { Low = 0.3, High = 4 });

    [Theory]
    [Golden("reciprocal")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x").Reciprocal());
}
