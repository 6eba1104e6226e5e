using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Reduction;

public sealed class AnyTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Any(1), [CheckInput.Mask([3, 2, 4])]);

    [Theory]
    [Golden("any")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Any(golden.Axes("axes")));

    [Fact]
    public void OfNothingItIsFalse() => Assert.False(Tensor.Full([0], true).Any().Item<bool>());
}
