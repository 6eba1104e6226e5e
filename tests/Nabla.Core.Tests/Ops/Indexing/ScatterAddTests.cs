using Nabla.Graph;
using Nabla.Testing;

namespace Nabla.Tests.Ops.Indexing;

public sealed class ScatterAddTests
{
    [Fact]
    public void Proof() => OpCheck.Run(
        x => x[0].ScatterAdd(x[1], x[2], 1), [new([2, 3, 2]), CheckInput.Indices([4], 3), new([2, 4, 2])]);

    [Fact]
    public void ABadIndexIsNamed()
    {
        using LayerScope scope = LayerScope.Enter("embedding");
        Tensor result = Tensor.Zeros(3, 2).ScatterAdd(Tensor.From([0, 7]), Tensor.Zeros(2, 2));
        var exception = Assert.Throws<IndexOutOfBoundsException>(() => result.Evaluate());
        Assert.Equal(("ScatterAdd", "embedding", 1, 7, 3),
            (exception.Operation, exception.LayerPath, exception.Position, exception.Value, exception.Limit));
        Assert.Contains(
            "the index 7 at position 1, but indices run from 0 to 2", exception.Message, StringComparison.Ordinal);
    }
}
