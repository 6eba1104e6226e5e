using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class MaxTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Max(1), [new([3, 4, 2])]);

    [Fact]
    public void ProofOverAll() => OpCheck.Run(x => x[0].Max(), [new([3, 7])]);

    [Fact]
    public void ProofOverTwo() => OpCheck.Run(x => x[0].Max(0, 2), [new([3, 4, 2])]);

    [Theory]
    [Golden("max")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Max(golden.Axes("axes"), golden.Flag("keep_axes")));

    [Fact]
    public void NothingHasNoExtreme()
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(0, 3).Max(0));
        Assert.Contains("check for an empty batch", exception.Message, StringComparison.Ordinal);
    }
}
