using Nabla.Testing;

namespace Nabla.Tests.Ops.Sorting;

public sealed class TopKTests
{
    // A short list of a long line, a long list of it, and the whole of a short one.
    [Theory]
    [InlineData(200, 3, true)]
    [InlineData(200, 100, false)]
    [InlineData(6, 6, true)]
    [InlineData(6, 1, false)]
    public void Proof(int extent, int k, bool largest)
    {
        // Among many elements some are nearer to each other than the steps of difference quotients.
        OpCheck.Run(
            x => x[0].TopK(k, 1, largest).Values, [new([2, extent, 3])], new() { HasGradient = extent * k < 1000 });
        OpCheck.Run(x => x[0].TopK(k, 1, largest).Places, [new([2, extent, 3])]);
    }

    [Fact]
    public void TheFirstOfEqualsWinsAndNaNComesLast()
    {
        Tensor x = Tensor.From([float.NaN, 2f, 5, 5, -1]);
        (Tensor values, Tensor places) = x.TopK(3);
        Assert.Equal([5, 5, 2], values.ToArray());
        Assert.Equal([2, 3, 1], places.ToArray<long>());
        Assert.Equal([-1, 2], x.TopK(2, largest: false).Values.ToArray());
        Assert.Equal(0, x.TopK(5).Places.ToArray<long>()[4]);
    }

    [Fact]
    public void ShortListsAndWholeSortsAgreeOnTies()
    {
        Tensor x = Tensor.RandomInteger([50, 300], 0, 7, 5);
        Assert.Equal(x.ArgSort(descending: true)[.., ..9].ToArray<long>(), x.TopK(9).Places.ToArray<long>());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void MoreThanThereAreIsRefused(int k) => Assert.Contains(
        "ask for 0 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, 3).TopK(k)).Message);
}
