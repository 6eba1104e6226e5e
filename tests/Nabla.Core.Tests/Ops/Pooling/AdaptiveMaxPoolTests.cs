using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Pooling;

public sealed class AdaptiveMaxPoolTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(9, 2)]
    public void Proof(long rows, long columns) => OpCheck.Run(
        x => x[0].AdaptiveMaxPool([rows, columns]), [new CheckInput([2, 5, 7, 3])]);

    [Theory]
    [Golden("adaptive_max_pool")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").AdaptiveMaxPool(golden.Extents("size")));
}
