namespace Nabla.Tests.Runtime;

/// <summary>What cannot be read or held is said in the user's terms.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void TypesAreCalledAsTensorsCallThem()
    {
        string message = Assert.Throws<DTypeMismatchException>(() => Tensor.Scalar(1f).Item<double>()).Message;
        Assert.Contains("float32[] and was read as double, which is float64", message, StringComparison.Ordinal);
        Assert.Contains("read it as float, or cast it with Cast(DType.Float64)", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Single", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TensorsThatNoMachineHoldsAreRefused()
    {
        Tensor huge = Tensor.Zeros(1 << 20, 1 << 20, 1 << 4) + 1;
        Func<object>[] ways = [huge.Evaluate, () => new CompiledFunction(_ => [huge]).Invoke()];
        foreach (Func<object> read in ways)
        {
            string message = Assert.ThrowsAny<OutOfMemoryException>(read).Message;
            Assert.Contains("float32[1048576, 1048576, 16]: 64 TiB are more than", message, StringComparison.Ordinal);
            Assert.Contains("smaller batches", message, StringComparison.Ordinal);
        }

        string array = Assert.Throws<InvalidOperationException>(() => huge.ToArray()).Message;
        Assert.Contains("float32[1048576, 1048576, 16] has 17592186044416, 64 TiB", array, StringComparison.Ordinal);
        Assert.Contains("read it in parts", array, StringComparison.Ordinal);
        string arena = Assert.ThrowsAny<OutOfMemoryException>(
            () => huge.MatMul(Tensor.Zeros(16, 16)).Softmax(0).Max().Evaluate()).Message;
        Assert.StartsWith("The intermediate values of a program: ", arena, StringComparison.Ordinal);
    }
}
