using Nabla.Testing;

namespace Nabla.Tests.Ops.Sorting;

public sealed class ArgSortTests
{
    [Theory]
    [InlineData(5, false)]
    [InlineData(48, true)]
    [InlineData(49, false)]
    [InlineData(700, true)]
    public void Proof(int extent, bool descending) =>
        OpCheck.Run(x => x[0].ArgSort(1, descending), [new([3, extent, 2])]);

    [Fact]
    public void ProofAlongTheLastAxis() => OpCheck.Run(x => x[0].ArgSort(), [new([4, 300])]);

    [Theory]
    [InlineData(7)]
    [InlineData(300)]
    public void EqualElementsKeepTheirOrderInBothDirections(int extent)
    {
        double[] values = [.. Enumerable.Range(0, extent).Select(i => (double)(i * 7 % 3))];
        foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Int32, DType.Int64, DType.UInt8 })
        {
            Tensor x = Tensor.From(values).Cast(dtype);
            Assert.Equal(Places(values, value => value), x.ArgSort().ToArray<long>());
            Assert.Equal(Places(values, value => -value), x.ArgSort(descending: true).ToArray<long>());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void SignsZerosInfinitiesAndNaNHaveTheirPlaces(int copies)
    {
        float[] one =
            [float.NaN, 0, -0f, float.NegativeInfinity, 3, -3, float.PositiveInfinity, 1e-42f, -1e-42f, -float.NaN];
        float[] values = [.. Enumerable.Repeat(one, copies).SelectMany(all => all)];

        float[] up = [.. values.Where(value => !float.IsNaN(value)).Order()];
        float[] last = [.. Enumerable.Repeat(float.NaN, 2 * copies)];
        Tensor x = Tensor.From(values);
        Assert.Equal([.. up, .. last], x.Sort().ToArray());
        Assert.Equal([.. up.Reverse(), .. last], x.Sort(descending: true).ToArray());
        Assert.Equal(
            [.. up, .. last], Array.ConvertAll(x.Cast(DType.Float64).Sort().ToArray<double>(), value => (float)value));
    }

    [Fact]
    public void ExtremeIntegersHaveTheirPlaces()
    {
        Tensor x = Tensor.From([5L, long.MinValue, long.MaxValue, -1, 0]);
        Assert.Equal([1, 3, 4, 0, 2], x.ArgSort().ToArray<long>());
        Assert.Equal([2, 0, 4, 3, 1], x.ArgSort(descending: true).ToArray<long>());
    }

    [Fact]
    public void AnEmptyAxisGivesNoPlaces() =>
        Assert.Equal([2, 0, 3], Tensor.Zeros(2, 0, 3).ArgSort(1).Shape.Extents.ToArray());

    private static long[] Places(double[] values, Func<double, double> key) =>
        [.. Enumerable.Range(0, values.Length).OrderBy(i => key(values[i])).Select(i => (long)i)];
}
