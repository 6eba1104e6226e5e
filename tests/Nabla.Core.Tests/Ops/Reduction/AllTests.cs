using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class AllTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].All(1), [CheckInput.Mask([3, 2, 4])]);

    [Theory]
    [Golden("all")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").All(golden.Axes("axes")));

    [Fact]
    public void OfNothingItIsTrue() => Assert.True(Tensor.Full([0], true).All().Item<bool>());
}
