using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class TileTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Tile(2, 1, 2), [new([2, 3])]);

    [Theory]
    [Golden("tile")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Tile(golden.Extents("repeats")));
}
