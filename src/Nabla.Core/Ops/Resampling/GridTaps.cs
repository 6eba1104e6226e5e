namespace Nabla;

/// <summary>The taps of single elements of a grid, for definitions.</summary>
internal readonly record struct GridTaps(TapGrid Grid)
{
    /// <summary>Place and number of each tap of an element, in row-major order.</summary>
    public IEnumerable<(long Place, long Number)> Of(long element)
    {
        TapTable rows = Grid.Rows, columns = Grid.Columns;
        (long rest, long inner) = Math.DivRem(element, Grid.Inner);
        (rest, long column) = Math.DivRem(rest, columns.Result);
        (long outer, long row) = Math.DivRem(rest, rows.Result);
        for (int r = rows.Starts[row]; r < rows.Starts[row + 1]; r++)
        {
            for (int c = columns.Starts[column]; c < columns.Starts[column + 1]; c++)
            {
                long place = (((outer * rows.Source) + rows.Places[r]) * columns.Source) + columns.Places[c];
                long number = ((long)rows.Numbers[r] * columns.Limit) + columns.Numbers[c];
                yield return ((place * Grid.Inner) + inner, number);
            }
        }
    }
}
