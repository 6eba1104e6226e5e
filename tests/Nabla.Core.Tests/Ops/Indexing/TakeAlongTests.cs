using Nabla.Graph;
using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Indexing;

public sealed class TakeAlongTests
{
    [Fact]
    public void Proof() =>
        OpCheck.Run(x => x[0].TakeAlong(x[1], 1), [new([2, 5, 3]), CheckInput.Indices([2, 4, 3], 5)]);

    [Theory]
    [Golden("gather")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").TakeAlong(input("indices"), golden.Integer("axis")));

    [Fact]
    public void ABadIndexIsNamed()
    {
        using LayerScope scope = LayerScope.Enter("embedding");
        Tensor result = Tensor.Zeros(3).TakeAlong(Tensor.From([0, 7]), 0);
        var exception = Assert.Throws<IndexOutOfBoundsException>(() => result.Evaluate());
        Assert.Equal(("TakeAlong", "embedding", 1, 7, 3),
            (exception.Operation, exception.LayerPath, exception.Position, exception.Value, exception.Limit));
        Assert.Contains(
            "the index 7 at position 1, but indices run from 0 to 2", exception.Message, StringComparison.Ordinal);
    }
}
