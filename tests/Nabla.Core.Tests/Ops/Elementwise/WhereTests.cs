using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class WhereTests
{
    [Fact]
    public void Proof() => OpCheck.Run(
        x => x[0].Where(x[1], x[2]), [CheckInput.Mask([2, 3]), new([3]), new([2, 1])]);

    [Theory]
    [Golden("where")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (_, input) => input("condition").Where(input("x"), input("y")));

    [Fact]
    public void AMaskMustBeBool()
    {
        var exception = Assert.Throws<DTypeMismatchException>(() => Tensor.Zeros(2).Where(Tensor.Zeros(2), 1.0));
        Assert.Contains("(x > 0).Where(a, b)", exception.Message, StringComparison.Ordinal);
    }
}
