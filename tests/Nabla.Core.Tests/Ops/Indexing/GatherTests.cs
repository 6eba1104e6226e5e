using Nabla.Graph;
using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Indexing;

public sealed class GatherTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Gather(x[1]), [new([5, 3]), CheckInput.Indices([2, 2], 5)]);

    [Fact]
    public void ProofOfSteps() =>
        OpCheck.Run(x => x[0].Gather(x[1], 1), [new([2, 5, 3]), CheckInput.Indices([4], 5, DType.Int64)]);

    [Theory]
    [Golden("index_select")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Gather(input("indices"), golden.Integer("axis")));

    [Fact]
    public void ABadIndexIsNamed()
    {
        using LayerScope scope = LayerScope.Enter("embedding");
        Tensor result = Tensor.Zeros(3, 2).Gather(Tensor.From([0, 7]));
        var exception = Assert.Throws<IndexOutOfBoundsException>(() => result.Evaluate());
        Assert.Equal(("Gather", "embedding", 1, 7, 3),
            (exception.Operation, exception.LayerPath, exception.Position, exception.Value, exception.Limit));
        Assert.Contains(
            "the index 7 at position 1, but indices run from 0 to 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IndicesMustBeIntegers()
    {
        var exception = Assert.Throws<DTypeMismatchException>(() => Tensor.Zeros(3).Gather(Tensor.Zeros(2)));
        Assert.Contains("Cast(DType.Int32)", exception.Message, StringComparison.Ordinal);
    }
}
