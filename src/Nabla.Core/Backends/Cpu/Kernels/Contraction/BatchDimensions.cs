namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// The batch dimensions of a product in the fewest loops: extents of one are gone, even steps are merged.
/// </summary>
internal sealed class BatchDimensions
{
    private readonly long[] _extents;
    private readonly long[] _left;
    private readonly long[] _right;

    private BatchDimensions(long[] extents, long[] left, long[] right)
    {
        _extents = extents;
        _left = left;
        _right = right;
        Count = 1;
        foreach (long extent in extents)
        {
            Count = checked(Count * extent);
        }
    }

    /// <summary>The number of matrices.</summary>
    public long Count { get; }

    public int Rank => _extents.Length;

    public long InnerExtent => _extents[^1];

    public long InnerLeft => _left[^1];

    public long InnerRight => _right[^1];

    public static BatchDimensions From(MatrixProductShape shape)
    {
        var extents = new List<long>();
        var left = new List<long>();
        var right = new List<long>();
        for (int i = 0; i < shape.Batch.Count; i++)
        {
            long extent = shape.Batch[i];
            long leftStride = shape.Left.Batch[i];
            long rightStride = shape.Right.Batch[i];
            if (extent == 1)
            {
                continue;
            }

            if (extents.Count > 0 && left[^1] == leftStride * extent && right[^1] == rightStride * extent)
            {
                extents[^1] *= extent;
                left[^1] = leftStride;
                right[^1] = rightStride;
                continue;
            }

            extents.Add(extent);
            left.Add(leftStride);
            right.Add(rightStride);
        }

        return new BatchDimensions([.. extents], [.. left], [.. right]);
    }

    public BatchDimensions WithoutInner()
    {
        return new BatchDimensions(_extents[..^1], _left[..^1], _right[..^1]);
    }

    public BatchDimensions Swapped()
    {
        return new BatchDimensions(_extents, _right, _left);
    }

    /// <summary>Where the matrices of one place in the batch begin.</summary>
    public void Offsets(long index, out long left, out long right)
    {
        left = 0;
        right = 0;
        for (int i = _extents.Length - 1; i >= 0; i--)
        {
            long coordinate = index;
            if (i > 0)
            {
                (index, coordinate) = Math.DivRem(index, _extents[i]);
            }

            left += coordinate * _left[i];
            right += coordinate * _right[i];
        }
    }
}
