using Nabla.Testing;

namespace Nabla.Tests.Ops.Pooling;

public sealed class GlobalAveragePoolTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Proof(bool keepAxes) => OpCheck.Run(
        x => x[0].GlobalAveragePool(keepAxes), [new CheckInput([2, 4, 3, 5])]);

    [Fact]
    public void IsTheMeanOfEachChannel()
    {
        Tensor x = Tensor.Arange(0, 12, dtype: DType.Float32).Reshape(1, 2, 3, 2);
        Assert.Equal([5, 6], x.GlobalAveragePool().ToArray());
        Assert.Equal([1, 1, 1, 2], x.GlobalAveragePool(keepAxes: true).Shape);
        Assert.Equal([0, 3], Tensor.Zeros(0, 4, 3).GlobalAveragePool().Shape);
        Assert.Contains(
            "at least one pixel",
            Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(2, 0, 3).GlobalAveragePool()).Message);
    }
}
