namespace Nabla;

/// <summary>The mean of a window that slides along the axis; what lies in the padding counts as zero.</summary>
/// <param name="Source">The extent of the axis.</param>
/// <param name="Result">Its extent in the result.</param>
/// <param name="Size">How many elements the window has.</param>
/// <param name="Stride">How far it moves.</param>
/// <param name="Dilation">How far apart its elements are.</param>
/// <param name="Before">How much is added before the axis.</param>
/// <param name="CountsPadding">Whether what lies in the padding counts in the mean.</param>
internal sealed record WindowTaps(
    long Source, long Result, long Size, long Stride, long Dilation, long Before, bool CountsPadding)
    : AxisTaps(Source, Result)
{
    public override long Limit => Size;

    /// <summary>The first and last elements of a window that lie on the axis; none when they are in no order.</summary>
    public (long First, long Last) Inside(long element)
    {
        long start = (element * Stride) - Before;
        long first = start >= 0 ? 0 : (-start + Dilation - 1) / Dilation;
        long last = Source <= start ? -1 : Math.Min((Source - 1 - start) / Dilation, Size - 1);
        return (first, last);
    }

    protected override IEnumerable<(long Place, double Weight)> Of(long element)
    {
        (long first, long last) = Inside(element);
        for (long tap = first; tap <= last; tap++)
        {
            yield return ((element * Stride) - Before + (tap * Dilation), 1);
        }
    }

    protected override double Divisor(long element)
    {
        (long first, long last) = Inside(element);
        return CountsPadding ? Size : Math.Max(last - first + 1, 1);
    }
}
