using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class SliceTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Slice(1, 1..^1), [new([3, 5])]);

    [Fact]
    public void ProofOfSteps() => OpCheck.Run(x => x[0].Slice(1, 1.., -2), [new([3, 6])]);

    [Theory]
    [Golden("slice")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name,
        (golden, input) => Enumerable.Range(0, 2).Aggregate(
            input("x"),
            (x, axis) => x.Slice(
                axis, golden.Axes("start")[axis]..golden.Axes("stop")[axis], golden.Axes("step")[axis])));

    [Fact]
    public void ARangeOutsideIsNamed()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(3, 4).Slice(1, 2..6));
        Assert.Contains("Slice cannot take 2..6 of axis 1 of [3, 4]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SlicesOfSlicesAreOneSlice()
    {
        Tensor x = Tensor.Arange(20.0);
        Assert.Equal([14f, 10f, 6f], x[2..18][(.., 2)][(1..7, -2)].ToArray());
    }
}
