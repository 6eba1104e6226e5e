using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class RemainderTests
{
    [Fact]
    public void Proof() => OpCheck.Binary((a, b) => a % b, new() { Low = 0.7, High = 3, HasSpecialValues = false });

    [Theory]
    [Golden("remainder")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (_, input) => input("x") % input("y"));

    [Fact]
    public void IntegersTakeTheSignOfTheDivisor() =>
        Assert.Equal(
            [1, 1, -1, -1, 0],
            (Tensor.From([5, -5, 5, -5, 5]) % Tensor.From([2, 2, -2, -2, 0]).Cast(DType.Int32)).ToArray<int>());
}
