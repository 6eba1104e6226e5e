using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Indexing;

public sealed class ScatterAlongTests
{
    [Fact]
    public void Proof() => OpCheck.Run(
        x => x[0].ScatterAddAlong(x[1], x[2], 1), [new([2, 5, 3]), CheckInput.Indices([2, 4, 3], 5), new([2, 4, 3])]);

    [Theory]
    [Golden("scatter_add")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name,
        (golden, input) => input("x").ScatterAddAlong(input("indices"), input("updates"), golden.Integer("axis")));
}
