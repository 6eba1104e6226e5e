using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class ClampTests
{
    [Fact]
    public void Proof() => OpCheck.Unary(x => x.Clamp(-1, 1.25), new() { Avoid = [-1, 1.25] });

    [Theory]
    [Golden("clamp")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name, (golden, input) => input("x").Clamp(golden.Number("minimum"), golden.Number("maximum")));

    [Fact]
    public void TheLimitsPassTheGradient()
    {
        Tensor x = Tensor.From([-1.0, 1.0, 2.0]);
        Assert.Equal([1, 1, 0], Gradient.Of(x.Clamp(-1, 1).Sum(), x)[0].ToArray<double>());
    }

    [Fact]
    public void AnEmptyRangeIsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Tensor.Zeros(2).Clamp(2, 1));
        Assert.Contains("swap them", exception.Message, StringComparison.Ordinal);
    }
}
