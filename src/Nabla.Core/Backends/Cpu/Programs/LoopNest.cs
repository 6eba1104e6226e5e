namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// The loops over an iteration space that several operands are walked through together, in the fewest axes.
/// </summary>
/// <remarks>
/// Axes of extent 1 are gone, and neighbours are one axis where every operand steps through both evenly. Row-major
/// order is kept, so the
/// position of an element among all elements is too.
/// </remarks>
internal sealed class LoopNest
{
    private LoopNest(long[] extents, long[][] strides, bool[] marks) =>
        (Extents, Strides, Marks) = (extents, strides, marks);

    /// <summary>The extent of each axis, outermost first.</summary>
    public long[] Extents { get; }

    /// <summary>For each operand, one step of each axis in elements.</summary>
    public long[][] Strides { get; }

    /// <summary>For each axis, whether it was marked, as the reduced axes are.</summary>
    public bool[] Marks { get; }

    public int Rank => Extents.Length;

    public long ElementCount
    {
        get
        {
            long count = 1;
            foreach (long extent in Extents)
            {
                count *= extent;
            }

            return count;
        }
    }

    /// <summary>Merges what can be merged.</summary>
    /// <param name="shape">The iteration space.</param>
    /// <param name="strides">For each operand, one step of each axis in elements.</param>
    /// <param name="isMarked">Axes that are merged among themselves only; null for none.</param>
    public static LoopNest Of(Shape shape, IReadOnlyList<Axes<long>> strides, Predicate<int>? isMarked = null)
    {
        var extents = new List<long>();
        var marks = new List<bool>();
        List<long>[] merged = [.. strides.Select(_ => new List<long>())];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            long extent = shape[axis];
            bool mark = isMarked is not null && isMarked(axis);
            if (extent == 1)
            {
                continue;
            }

            int inner = axis;
            bool isEven = extents.Count > 0 && marks[^1] == mark
                && strides.Index().All(operand => merged[operand.Index][^1] == operand.Item[inner] * extent);
            if (isEven)
            {
                extents[^1] *= extent;
                for (int operand = 0; operand < merged.Length; operand++)
                {
                    merged[operand][^1] = strides[operand][axis];
                }
            }
            else
            {
                extents.Add(extent);
                marks.Add(mark);
                for (int operand = 0; operand < merged.Length; operand++)
                {
                    merged[operand].Add(strides[operand][axis]);
                }
            }
        }

        return new LoopNest([.. extents], [.. merged.Select(list => list.ToArray())], [.. marks]);
    }

    /// <summary>The same loops in another order of axes.</summary>
    public LoopNest Permute(int[] order) => new(
        [.. order.Select(axis => Extents[axis])],
        [.. Strides.Select(strides => order.Select(axis => strides[axis]).ToArray())],
        [.. order.Select(axis => Marks[axis])]);

    /// <summary>The same loops with leading axes of extent 1, so that there are at least so many.</summary>
    public LoopNest AtLeast(int rank)
    {
        int missing = rank - Rank;
        return missing <= 0 ? this : new LoopNest(
            [.. Enumerable.Repeat(1L, missing), .. Extents],
            [.. Strides.Select(strides => Enumerable.Repeat(0L, missing).Concat(strides).ToArray())],
            [.. Enumerable.Repeat(false, missing), .. Marks]);
    }

    /// <summary>The same loops with one more innermost axis, whose elements lie one after another.</summary>
    public LoopNest Append(long extent, bool isMarked) => new(
        [.. Extents, extent], [.. Strides.Select(strides => strides.Append(1).ToArray())], [.. Marks, isMarked]);

    /// <summary>Loops over exactly these axes, nothing merged.</summary>
    public static LoopNest Exactly(Shape shape, IReadOnlyList<Axes<long>> strides) => new(
        shape.Extents.ToArray(), [.. strides.Select(list => list.Span.ToArray())], new bool[shape.Rank]);
}
