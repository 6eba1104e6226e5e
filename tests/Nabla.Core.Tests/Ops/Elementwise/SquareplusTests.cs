using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class SquareplusTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Squareplus(), new() { Avoid = [0] });

    [Theory]
    [Golden("squareplus")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").Squareplus(golden.Number("b")));

    [Fact]
    public void KeepsItsDigitsFarOut()
    {
        Tensor x = Tensor.From([-1e30f, -1e5f, 0, 1e30f]);
        var tolerance = new Tolerance(1e-6, 0);
        tolerance.Check(x.Squareplus(), [0, 1e-5, 1, 1e30], "The value");
        tolerance.Check(Gradient.Of(x.Squareplus().Sum(), x)[0], [0, 1e-10, 0.5, 1], "The gradient");
    }

    [Fact]
    public void WithoutSmoothnessItIsTheRectifier() =>
        Assert.Equal([0, 0, 2], Tensor.From([-2f, 0, 2]).Squareplus(0).ToArray());

    [Fact]
    public void TheSmoothnessIsNotNegative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(1).Squareplus(-1));
}
