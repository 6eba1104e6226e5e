using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Normalization;

public sealed class GroupNormalizeTests
{
    [Theory]
    [InlineData(6, 1)]
    [InlineData(6, 2)]
    [InlineData(6, 6)]
    [InlineData(18, 3)]
    public void Proof(int channels, int groups) => OpCheck.Run(
        x => x[0].GroupNormalize(groups, x[1], x[2], 0.1), [new([2, 3, channels]), new([channels]), new([channels])],
        new() { ToleranceFactor = 8, GradientTolerance = 1e-5 });

    [Theory]
    [Golden("group_normalize")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (golden, input) =>
        input("x").GroupNormalize(
            golden.Integer("groups"), input("scale"), input("offset"), golden.Number("epsilon")));

    [Fact]
    public void EmptyBatchesStayEmpty() => Assert.Equal([0, 2, 4], Tensor.Zeros(0, 2, 4).GroupNormalize(2).Shape);

    [Fact]
    public void GroupsMustDivideTheChannels()
    {
        Assert.Contains("the 6 channels of [2, 3, 6] into 4 equal groups", Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(2, 3, 6).GroupNormalize(4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3, 6).GroupNormalize(0));
    }
}
