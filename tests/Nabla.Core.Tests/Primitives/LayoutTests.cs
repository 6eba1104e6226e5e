namespace Nabla.Tests.Primitives;

public sealed class LayoutTests
{
    private static readonly Layout s_layout = Layout.Contiguous([2, 3, 4]);

    [Fact]
    public void ContiguousIsRowMajor()
    {
        Assert.Equal([12, 4, 1], s_layout.Strides.Span.ToArray());
        Assert.True(s_layout.IsContiguous);
        Assert.False(s_layout.Permute([2, 1, 0]).IsContiguous);
        Assert.False(s_layout.Slice(0, 1, 1, 1).IsContiguous);
        Assert.True(s_layout.Slice(0, 0, 1, 1).IsContiguous);
    }

    [Fact]
    public void SlicesMayRunBackwards()
    {
        Layout reversed = s_layout.Slice(2, 3, -1, 4);
        Assert.Equal((3, -1), (reversed.Offset, reversed.Strides[2]));
        Assert.Equal(3 + 16 - 2, Position(reversed, 1, 1, 2));
    }

    [Fact]
    public void BroadcastingRepeatsByStrideZero()
    {
        Layout wide = Layout.Contiguous([3, 1]).Broadcast([2, 3, 4]);
        Assert.Equal([0, 1, 0], wide.Strides.Span.ToArray());
    }

    [Fact]
    public void ReshapingNeedsNoCopyWhereStridesAllow()
    {
        Assert.Equal([1], s_layout.Reshape([24])!.Strides.Span.ToArray());
        Assert.Null(s_layout.Permute([0, 2, 1]).Reshape([24]));
        Assert.NotNull(s_layout.Permute([1, 2, 0]).Reshape([12, 2]));
        Assert.NotNull(s_layout.Reshape([2, 1, 12, 1]));
        Assert.NotNull(Layout.Contiguous([0, 3]).Reshape([3, 0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AReshapedViewReachesTheSameElements(int seed)
    {
        var random = new Random(seed);
        Shape[] shapes = [[24], [2, 12], [6, 4], [2, 3, 4], [4, 1, 6], [2, 2, 2, 3]];
        for (int round = 0; round < 200; round++)
        {
            Layout layout = Layout.Contiguous(shapes[random.Next(shapes.Length)]);
            int[] order = [.. Enumerable.Range(0, layout.Shape.Rank)];
            random.Shuffle(order);
            layout = random.Next(2) == 0 ? layout.Permute(order) : layout;
            if (layout.Reshape(shapes[random.Next(shapes.Length)]) is { } reshaped)
            {
                Assert.Equal(Positions(layout), Positions(reshaped));
            }
        }
    }

    private static long Position(Layout layout, params ReadOnlySpan<long> index)
    {
        long position = layout.Offset;
        for (int axis = 0; axis < index.Length; axis++)
        {
            position += index[axis] * layout.Strides[axis];
        }

        return position;
    }

    private static long[] Positions(Layout layout)
    {
        var positions = new long[layout.Shape.ElementCount];
        var index = new long[layout.Shape.Rank];
        for (long i = 0; i < positions.Length; i++)
        {
            long rest = i;
            for (int axis = index.Length - 1; axis >= 0; axis--)
            {
                (rest, index[axis]) = Math.DivRem(rest, layout.Shape[axis]);
            }

            positions[i] = Position(layout, index);
        }

        return positions;
    }
}
