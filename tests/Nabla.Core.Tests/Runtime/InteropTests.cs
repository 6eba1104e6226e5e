using System.Numerics.Tensors;

namespace Nabla.Tests.Runtime;

public sealed class InteropTests
{
    [Fact]
    public void TensorSpansGoInAndOut()
    {
        float[] numbers = [1, 2, 3, 4, 5, 6];
        Tensor x = Tensor.From(new ReadOnlyTensorSpan<float>(numbers, [2, 3]));
        Assert.Equal([2, 3], x.Shape);
        Assert.Equal(numbers, x.ToArray());
        var target = new float[6];
        x.CopyTo(new TensorSpan<float>(target, [2, 3]));
        Assert.Equal(numbers, target);
        Assert.Throws<ArgumentException>(() => x.CopyTo(new TensorSpan<float>(target, [3, 2])));
    }

    [Fact]
    public void StridedSpansAreRead()
    {
        float[] numbers = [1, 2, 3, 4, 5, 6];
        Tensor x = Tensor.From(new ReadOnlyTensorSpan<float>(numbers, [2, 3]).Slice([0..2, 1..2]));
        Assert.Equal([2f, 5f], x.ToArray());
    }

    [Fact]
    public void TensorsOfTheFrameworkGoInAndOut()
    {
        Tensor<double> given = System.Numerics.Tensors.Tensor.Create([1.0, 2.0, 3.0, 4.0], [2, 2]);
        Tensor<double> back = Tensor.From(given).ToTensor<double>();
        Assert.Equal(given.ToArray(), back.ToArray());
    }

    [Fact]
    public void ElementsAreReadWhereTheyLie()
    {
        Tensor x = Tensor.From([3f, 4f]);
        float first = x.Read<float, float>(span => span[0]);
        unsafe
        {
            Assert.True(x.Read<float, bool>(span =>
            {
                fixed (float* address = &span.GetPinnableReference())
                {
                    return (nint)address == x.Storage!.Address;
                }
            }));
        }

        Assert.Equal(3, first);
        Assert.Throws<DTypeMismatchException>(() => x.Read<int, int>(span => span[0]));
    }

    [Fact]
    public void RectangularArraysKeepTheirShape() =>
        Assert.Equal([2, 1, 3], Tensor.From(new[, ,] { { { 1, 2, 3 } }, { { 4, 5, 6 } } }).Shape);
}
