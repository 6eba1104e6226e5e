namespace Nabla.Tests.Primitives;

public sealed class ShapeTests
{
    [Fact]
    public void ShapesAreValues()
    {
        Shape shape = [2, 3];
        Assert.Equal([2, 3], shape);
        Assert.True(shape == Shape.Create([2, 3]));
        Assert.True(shape != Shape.Create([3, 2]));
        Assert.Equal(shape.GetHashCode(), Shape.Create([2, 3]).GetHashCode());
        Assert.Equal("[2, 3]", shape.ToString());
        Assert.Equal(6, shape.ElementCount);
        Assert.Equal(1, Shape.Scalar.ElementCount);
    }

    [Fact]
    public void AxesCountFromBothEnds()
    {
        Shape shape = [2, 3, 4];
        Assert.Equal((2, 4, 1), ((int)shape[0], (int)shape[-1], shape.Axis(-2)));
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => shape[3]);
        Assert.Contains("its axes are 0 to 2, or -3 to -1 from the end", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExtentsAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Shape.Create([2, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shape.Create([1L << 40, 1L << 40]));
        Assert.Equal(0, Shape.Create([1L << 40, 1L << 40, 0]).ElementCount);
    }

    [Theory]
    [InlineData(new long[] { 2, 3 }, new long[] { 3 }, new long[] { 2, 3 })]
    [InlineData(new long[] { 2, 1 }, new long[] { 1, 3 }, new long[] { 2, 3 })]
    [InlineData(new long[] { }, new long[] { 4 }, new long[] { 4 })]
    [InlineData(new long[] { 0, 3 }, new long[] { 1 }, new long[] { 0, 3 })]
    [InlineData(new long[] { 0 }, new long[] { 2 }, null)]
    [InlineData(new long[] { 2, 3 }, new long[] { 2 }, null)]
    public void BroadcastingAlignsAtTheEnd(long[] left, long[] right, long[]? expected)
    {
        bool meets = Shape.TryBroadcast(Shape.Create(left), Shape.Create(right), out Shape result);
        bool meetsTurned = Shape.TryBroadcast(Shape.Create(right), Shape.Create(left), out Shape turned);
        Assert.Equal(expected is not null, meets);
        Assert.Equal(meets, meetsTurned);
        Assert.Equal(expected ?? [], result);
        Assert.Equal(result, turned);
    }

    [Fact]
    public void AxesAreReplacedInsertedAndRemoved()
    {
        Shape shape = [2, 3];
        Assert.Equal([2, 5], shape.With(-1, 5));
        Assert.Equal([3], shape.Without(0));
        Assert.Equal([2, 1, 3], shape.Insert(1, 1));
    }
}
