namespace Nabla;

/// <summary>
/// Where the elements of a view lie: element <c>i</c> is at <c>Offset + Σ i[a]·Strides[a]</c>, counted in elements.
/// </summary>
/// <param name="Shape">The extents.</param>
/// <param name="Strides">One step of each axis, in elements; 0 repeats, negative runs backwards.</param>
/// <param name="Offset">The position of the first element.</param>
public sealed record Layout(Shape Shape, Axes<long> Strides, long Offset)
{
    /// <summary>Elements one after another in row-major order, from the start of the buffer.</summary>
    public static Layout Contiguous(Shape shape)
    {
        var strides = new long[shape.Rank];
        long stride = 1;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        return new Layout(shape, strides, 0);
    }

    /// <summary>Whether the elements lie one after another from the start of the buffer.</summary>
    public bool IsContiguous =>
        Offset == 0 && TryMerge(0, Shape.Rank, out long stride) && (stride == 1 || Shape.ElementCount <= 1);

    /// <summary>Whether axes from (inclusive) to end (exclusive) can be walked with one stride.</summary>
    public bool TryMerge(int start, int end, out long stride)
    {
        stride = 0;
        bool started = false;
        long expected = 0;
        for (int axis = end - 1; axis >= start; axis--)
        {
            long extent = Shape[axis];
            if (extent == 1)
            {
                continue;
            }

            if (!started)
            {
                (started, stride, expected) = (true, Strides[axis], Strides[axis] * extent);
            }
            else if (Strides[axis] == expected)
            {
                expected *= extent;
            }
            else
            {
                return extent == 0 || Shape.ElementCount == 0;
            }
        }

        return true;
    }

    /// <summary>The axes in another order: axis <c>i</c> of the result is axis <c>order[i]</c> of this.</summary>
    public Layout Permute(ReadOnlySpan<int> order)
    {
        var extents = new long[order.Length];
        var strides = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            (extents[i], strides[i]) = (Shape[order[i]], Strides[order[i]]);
        }

        return new Layout(Shape.Create(extents), strides, Offset);
    }

    /// <summary>
    /// Stretches axes of extent 1, and adds leading ones, to <paramref name="target"/>; costs no memory.
    /// </summary>
    public Layout Broadcast(Shape target)
    {
        if (target == Shape)
        {
            return this;
        }

        var strides = new long[target.Rank];
        int lead = target.Rank - Shape.Rank;
        for (int axis = 0; axis < Shape.Rank; axis++)
        {
            strides[axis + lead] = Shape[axis] == 1 ? 0 : Strides[axis];
        }

        return new Layout(target, strides, Offset);
    }

    /// <summary>
    /// Every <paramref name="step"/>-th element of one axis from <paramref name="start"/>,
    /// <paramref name="count"/> of them.
    /// </summary>
    public Layout Slice(int axis, long start, long step, long count)
    {
        long[] strides = [.. Strides.Span];
        strides[axis] *= step;
        return new Layout(Shape.With(axis, count), strides, count == 0 ? Offset : Offset + (start * Strides[axis]));
    }

    /// <summary>The same elements in the same order under other extents, when that needs no copy.</summary>
    /// <returns>Null when the strides do not allow it.</returns>
    public Layout? Reshape(Shape target)
    {
        if (target == Shape)
        {
            return this;
        }

        if (Shape.ElementCount == 0)
        {
            return Contiguous(target);
        }

        var strides = new long[target.Rank];
        int source = 0, axis = 0;
        while (axis < target.Rank || source < Shape.Rank)
        {
            int sourceStart = source, axisStart = axis;
            long sourceCount = source < Shape.Rank ? Shape[source++] : 1;
            long targetCount = axis < target.Rank ? target[axis++] : 1;
            while (sourceCount != targetCount)
            {
                if (sourceCount < targetCount)
                {
                    sourceCount *= Shape[source++];
                }
                else
                {
                    targetCount *= target[axis++];
                }
            }

            if (!TryMerge(sourceStart, source, out long stride))
            {
                return null;
            }

            for (int i = axis - 1; i >= axisStart; i--)
            {
                strides[i] = target[i] == 1 ? 0 : stride;
                stride *= target[i];
            }
        }

        return new Layout(target, strides, Offset);
    }
}
