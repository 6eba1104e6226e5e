namespace Nabla.Tests.Runtime;

public sealed class CreationTests
{
    [Fact]
    public void AFunctionFillsATensorInPlace()
    {
        // What was there before is gone: the pool hands out memory as it came back.
        Tensor.Full([6], 7f).Evaluate();
        Tensor filled = Tensor.Create<float>([2, 3], elements => elements[4] = 5);

        Assert.Equal([2, 3], filled.Shape);
        Assert.Equal([0, 0, 0, 0, 5, 0], filled.ToArray());
    }

    [Fact]
    public void ALargeTensorIsThereOnce()
    {
        const int Count = 1 << 20;
        long before = GC.GetAllocatedBytesForCurrentThread();
        Tensor filled = Tensor.Create<float>([Count], elements => elements.Fill(1));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Count / 2);
        Assert.Equal(Count, filled.Sum().Item<float>());
    }

    [Fact]
    public void MoreThanASpanHas_IsSaid() => Assert.Contains(
        "make parts",
        Assert.Throws<ShapeMismatchException>(() => Tensor.Create<byte>([1L << 32], _ => { })).Message,
        StringComparison.Ordinal);
}
