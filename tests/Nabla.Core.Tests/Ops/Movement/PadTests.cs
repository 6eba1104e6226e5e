using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class PadTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Pad([1, 0], [2, 3], 1.5), [new([2, 3])]);

    [Fact]
    public void ProofOfSteps() => OpCheck.Run(x => x[0].Pad(1, 1, 0), [new([2, 3])]);

    [Theory]
    [Golden("pad")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name,
        (golden, input) => input("x").Pad(golden.Extents("before"), golden.Extents("after"), golden.Number("value")));
}
