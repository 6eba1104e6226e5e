using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class GeluTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Gelu());

    [Theory]
    [Golden("gelu")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (_, input) => input("x").Gelu());

    [Fact]
    public void ProofOfTheApproximation() => OpCheck.Unary(x => x.Gelu(approximate: true));

    [Theory]
    [Golden("gelu_tanh")]
    public void TheApproximationMatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (_, input) => input("x").Gelu(approximate: true));
}
