namespace Nabla.Studio.Tests.Runs;

public sealed class HistogramTests
{
    [Fact]
    public void EveryElementIsInItsBin()
    {
        float[] elements = [.. Enumerable.Range(0, Histogram.Bins + 1).Select(i => (float)i)];

        Histogram histogram = Histogram.Of(Tensor.From(elements));

        Assert.Equal((0, Histogram.Bins), (histogram.Min, histogram.Max));
        Assert.Equal([.. Enumerable.Repeat(1L, Histogram.Bins - 1), 2L], histogram.Counts);
        Assert.Equal(Histogram.Bins / 2.0, histogram.Mean);
        Assert.Equal(Math.Sqrt(((49.0 * 49) - 1) / 12), histogram.Deviation, 1e-9);
    }

    [Fact]
    public void WhatIsNotFinite_IsCountedApart()
    {
        Histogram histogram = Histogram.Of(
            Tensor.From([1f, float.NaN, 3f, float.PositiveInfinity, float.NegativeInfinity]));

        Assert.Equal((3, 2, 2.0), (histogram.NotFinite, histogram.Count, histogram.Mean));
        Assert.Equal((1, 3), (histogram.Min, histogram.Max));
    }

    [Fact]
    public void EqualElementsAndNone_DoNotDivideByZero()
    {
        Histogram equal = Histogram.Of(Tensor.From([5L, 5L, 5L]));
        Assert.Equal((5.0, 5.0, 3L, 0.0), (equal.Min, equal.Max, equal.Counts[0], equal.Deviation));
        Histogram none = Histogram.Of(Tensor.From([float.NaN, float.NaN]));
        Assert.Equal((2L, 0L), (none.NotFinite, none.Count));
        Assert.Equal(0, Histogram.Of(Tensor.Zeros(0)).Count);
    }
}
