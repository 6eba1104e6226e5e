namespace Nabla;

/// <summary>
/// The taps of all axes of a tensor, seen as [outer, rows, columns, inner]: what stays before, the axes with taps but
/// for the last one, that one, what stays behind. An element is the sum over its taps in both.
/// </summary>
internal sealed class TapGrid
{
    private TapGrid(long outer, TapTable rows, TapTable columns, long inner) =>
        (Outer, Rows, Columns, Inner) = (outer, rows, columns, inner);

    /// <summary>How many elements the axes before those with taps have.</summary>
    public long Outer { get; }

    /// <summary>The axes with taps but for the last one; a single axis with taps is this.</summary>
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

        TapTable rows = TapTable.One;
        for (int axis = first; axis < Math.Max(end - 1, first + 1) && axis < end; axis++)
        {
            rows = axis == first ? all[axis].Table() : rows.Times(all[axis].Table());
        }

        TapTable columns = end - first > 1 ? all[end - 1].Table() : TapTable.One;
        return new TapGrid(Product(all[..first]), rows, columns, Product(all[end..]));
    }

    private static long Product(AxisTaps[] axes) => axes.Aggregate(1L, (product, axis) => product * axis.Source);
}
