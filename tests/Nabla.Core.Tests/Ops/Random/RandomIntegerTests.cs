using Nabla.Testing;

namespace Nabla.Tests.Ops.Random;

public sealed class RandomIntegerTests
{
    [Fact]
    public void Proof() => OpCheck.Run(_ => Tensor.RandomInteger([3, 70], -5, 9, 7), []);

    [Fact]
    public void AllNumbersOfTheRangeOccur() =>
        Assert.Equal([2, 3, 4], Tensor.RandomInteger([1000], 2, 5, 1).ToArray<int>().Distinct().Order());
}
