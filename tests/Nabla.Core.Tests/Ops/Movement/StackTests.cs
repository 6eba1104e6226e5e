using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class StackTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => Tensor.Stack([x[0], x[1]], -1), [new([2, 3]), new([2, 3])]);

    [Theory]
    [Golden("stack")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => Tensor.Stack([input("x"), input("y")], golden.Integer("axis")));
}
