namespace Nabla.Data.Formats;

/// <summary>The five row filters of PNG: each byte is stored as its difference from a prediction.</summary>
/// <remarks>Source: PNG specification, third edition, section 9.</remarks>
internal static class PngFilter
{
    /// <summary>The number of filters.</summary>
    public const int Count = 5;

    /// <summary>Undoes a filter in place.</summary>
    /// <param name="filter">The filter, below <see cref="Count"/>.</param>
    /// <param name="row">The stored bytes, which become the true ones.</param>
    /// <param name="above">The true bytes of the row above; zeros for the first row.</param>
    /// <param name="stride">The distance to the byte on the left.</param>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int stride)
    {
        if (filter == 0)
        {
            return;
        }

        for (int i = 0; i < row.Length; i++)
        {
            row[i] += Predict(filter, row, above, i, stride);
        }
    }

    /// <summary>Applies a filter.</summary>
    /// <param name="filter">The filter, below <see cref="Count"/>.</param>
    /// <param name="row">The true bytes.</param>
    /// <param name="above">The true bytes of the row above; zeros for the first row.</param>
    /// <param name="stride">The distance to the byte on the left.</param>
    /// <param name="stored">Receives the differences.</param>
    /// <returns>The sum of their magnitudes: the smaller, the better they usually compress.</returns>
    public static long Apply(
        int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int stride, Span<byte> stored)
    {
        long sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            stored[i] = (byte)(row[i] - Predict(filter, row, above, i, stride));
            sum += Math.Abs((int)(sbyte)stored[i]);
        }

        return sum;
    }

    private static byte Predict(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int i, int stride)
    {
        int left = i >= stride ? row[i - stride] : 0;
        int up = above[i];
        return filter switch
        {
            0 => 0,
            1 => (byte)left,
            2 => (byte)up,
            3 => (byte)((left + up) / 2),
            _ => Paeth(left, up, i >= stride ? above[i - stride] : 0),
        };
    }

    // The neighbour nearest to left + up - corner; ties go to left, then up.
    private static byte Paeth(int left, int up, int corner)
    {
        int toLeft = Math.Abs(up - corner);
        int toUp = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + up - (2 * corner));
        return (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
    }
}
