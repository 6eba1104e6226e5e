namespace Nabla;

/// <summary>
/// Which pixels of an image make one pixel of its affine picture, and with which weights: the definition that sampling
/// and its transpose share.
/// </summary>
internal readonly record struct AffineTaps(FillMode FillMode, Interpolation Interpolation, long Height, long Width)
{
    /// <summary>No pixel: the tap sees the fill value.</summary>
    public const long Outside = -1;

    /// <summary>The taps of one pixel of the result; a weight may be zero.</summary>
    /// <param name="matrix">The six numbers of the matrix.</param>
    /// <param name="x">The column of the result.</param>
    /// <param name="y">The row of the result.</param>
    public IEnumerable<(long Pixel, double Weight)> Of(ReadOnlyMemory<double> matrix, long x, long y)
    {
        ReadOnlySpan<double> m = matrix.Span;
        double u = Fold((m[0] * x) + (m[1] * y) + m[2], Width), v = Fold((m[3] * x) + (m[4] * y) + m[5], Height);
        if (Interpolation is Interpolation.Nearest)
        {
            return [(Pixel((long)Math.Floor(u + 0.5), (long)Math.Floor(v + 0.5)), 1)];
        }

        double left = Math.Floor(u), top = Math.Floor(v), right = u - left, down = v - top;
        (long column, long row) = ((long)left, (long)top);
        return
        [
            (Pixel(column, row), (1 - right) * (1 - down)), (Pixel(column + 1, row), right * (1 - down)),
            (Pixel(column, row + 1), (1 - right) * down), (Pixel(column + 1, row + 1), right * down),
        ];
    }

    private double Fold(double position, long extent)
    {
        double edge = position + 0.5;
        double folded = FillMode switch
        {
            FillMode.Wrap => edge - (extent * Math.Floor(edge / extent)) - 0.5,
            FillMode.Reflect => Mirror(edge - (2 * extent * Math.Floor(edge / (2 * extent))), extent) - 0.5,
            _ => position,
        };

        // What is no number counts as far to the right and below.
        (double low, double high) = FillMode is FillMode.Nearest ? (0, extent - 1) : (-1.0, extent);
        return folded < high ? Math.Max(folded, low) : high;
    }

    private static double Mirror(double edge, long extent) => edge < extent ? edge : (2 * extent) - edge;

    private long Pixel(long column, long row)
    {
        if (FillMode is FillMode.Constant && ((ulong)column >= (ulong)Width || (ulong)row >= (ulong)Height))
        {
            return Outside;
        }

        return FillMode is FillMode.Wrap
            ? (((row + Height) % Height) * Width) + ((column + Width) % Width)
            : (Math.Clamp(row, 0, Height - 1) * Width) + Math.Clamp(column, 0, Width - 1);
    }
}
