using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class BroadcastToTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].BroadcastTo([2, 3, 4]), [new([3, 1])]);

    [Theory]
    [Golden("broadcast_to")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").BroadcastTo(Shape.Create(golden.Extents("shape"))));
}
