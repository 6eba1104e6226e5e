using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class ConcatTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => Tensor.Concat([x[0], x[1], x[0]], 1), [new([2, 3]), new([2, 2])]);

    [Theory]
    [Golden("concat")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => Tensor.Concat([input("x"), input("y")], golden.Integer("axis")));

    [Fact]
    public void OtherAxesMustBeEqual()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => Tensor.Concat([Tensor.Zeros(2, 3), Tensor.Zeros(2, 2)]));
        Assert.Contains("along axis 0 cannot join [2, 3] and [2, 2]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TypesPromote() =>
        Assert.Equal(DType.Float32, Tensor.Concat([Tensor.From([1, 2]), Tensor.Zeros(1)]).DType);

    [Fact]
    public void WhatIsMissingIsNumbered() => Assert.Contains(
        "number 1 is null", Assert.Throws<ArgumentNullException>(
            () => Tensor.Concat([Tensor.Zeros(1), null!])).Message, StringComparison.Ordinal);
}
