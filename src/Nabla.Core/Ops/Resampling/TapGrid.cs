namespace Nabla;

/// <summary>
/// The taps of all axes of a tensor, seen as [outer, rows, columns, inner]: what stays before, the axes with taps but
/// for the last one, that one, what stays behind. An element is the sum over its taps in both.
/// </summary>
internal sealed class TapGrid
{
    private const int RowsForThreads = 16;

    private TapGrid(long outer, TapTable rows, TapTable columns, long inner) =>
        (Outer, Rows, Columns, Inner) = (outer, rows, columns, inner);

    /// <summary>How many elements the axes before those with taps have.</summary>
    public long Outer { get; }

    /// <summary>The axes with taps but for the last one.</summary>
    public TapTable Rows { get; }

    /// <summary>The last axis with taps.</summary>
    public TapTable Columns { get; }

    /// <summary>How many elements the axes behind those with taps have.</summary>
    public long Inner { get; }

    public static TapGrid Of(Axes<AxisTaps> taps)
    {
        AxisTaps[] all = [.. taps.Span];
        int first = Array.FindIndex(all, axis => !axis.IsIdentity), end = all.Length;
        first = first < 0 ? end : first;
        while (end > first && all[end - 1].IsIdentity)
        {
            end--;
        }

        // A single axis is of columns, but a long one without much before it is of rows, which threads share.
        long outer = Product(all[..first]), inner = Product(all[end..]);
        if (end - first == 1 && outer < RowsForThreads)
        {
            return new TapGrid(outer, all[first].Table(), TapTable.One, inner);
        }

        TapTable rows = TapTable.One;
        for (int axis = first; axis < end - 1; axis++)
        {
            rows = axis == first ? all[axis].Table() : rows.Times(all[axis].Table());
        }

        return new TapGrid(outer, rows, end > first ? all[end - 1].Table() : TapTable.One, inner);
    }

    private static long Product(AxisTaps[] axes) => axes.Aggregate(1L, (product, axis) => product * axis.Source);
}
