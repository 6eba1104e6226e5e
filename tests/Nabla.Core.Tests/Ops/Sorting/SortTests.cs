using Nabla.Testing;

namespace Nabla.Tests.Ops.Sorting;

public sealed class SortTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(-1, true)]
    public void Proof(int axis, bool descending) =>
        OpCheck.Run(x => x[0].Sort(axis, descending), [new([3, 60, 2])]);

    [Fact]
    public void TheGradientGoesWhereTheElementCameFrom()
    {
        Tensor x = Tensor.From([3f, 1, 2]);
        Tensor weights = Tensor.From([10f, 20, 30]);
        Assert.Equal([30, 10, 20], Gradient.Of((x.Sort() * weights).Sum(), x)[0].ToArray());
    }
}
