using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Indexing;

public sealed class OneHotTests
{
    [Fact]
    public void ANegativeNumberOfClassesIsRefused() => Assert.Contains(
        "the largest label plus 1",
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.From([1]).OneHot(-2)).Message);

    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].OneHot(5), [CheckInput.Indices([2, 3], 5)]);

    [Theory]
    [Golden("one_hot")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").OneHot(golden.Integer("classes")));

    [Fact]
    public void ALabelWithoutAClassGivesZeros() => Assert.Equal([0f, 0f], Tensor.From([7]).OneHot(2).ToArray());
}
