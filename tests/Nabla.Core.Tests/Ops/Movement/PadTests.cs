using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class PadTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].Pad([1, 0], [2, 3], 1.5), [new([2, 3])]);

    [Fact]
    public void ProofOfSteps() => OpCheck.Run(x => x[0].Pad(1, 1, 0), [new([2, 3])]);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, long.MaxValue)]
    public void WidthsThatMakeNoShapeAreRefused(long before, long after)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2).Pad(0, before, after));
        Assert.Contains($"got {before} before and {after} after axis 0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("slice", exception.Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => Tensor.From([(byte)1]).Pad(0, 1, 1, 256));
    }

    [Theory]
    [Golden("pad")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(
        name,
        (golden, input) => input("x").Pad(golden.Extents("before"), golden.Extents("after"), golden.Number("value")));
}
