using Nabla.Testing;

namespace Nabla.Tests.Ops.Elementwise;

public sealed class NotTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => !x[0], [CheckInput.Mask([3, 5])]);

    [Fact]
    public void TheComplementFlipsAllBits()
    {
        Assert.Equal([-1, 5], (~Tensor.From([0, -6])).ToArray<int>());
        Assert.Equal([255, 250], (~Tensor.From(new byte[] { 0, 5 })).ToArray<byte>());
        Assert.Equal([false, true], (~Tensor.From([true, false])).ToArray<bool>());
    }

    [Fact]
    public void NumbersAreRefusedWithTheWayOut()
    {
        var exception = Assert.Throws<DTypeMismatchException>(() => !Tensor.From([1, 2]));
        Assert.Contains("compare first", exception.Message, StringComparison.Ordinal);
    }
}
