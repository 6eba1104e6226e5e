using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class LogSigmoidTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.LogSigmoid());

    [Theory]
    [Golden("log_sigmoid")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(name, (_, input) => input("x").LogSigmoid());
}
