namespace Nabla;

/// <summary>The two elements around a position, weighted by nearness; beyond the ends, the outermost one.</summary>
/// <param name="Source">The extent of the axis.</param>
/// <param name="Result">Its extent in the result.</param>
/// <param name="AlignsCorners">Whether the outermost middles fall together, and not the outermost edges.</param>
internal sealed record LinearTaps(long Source, long Result, bool AlignsCorners) : AxisTaps(Source, Result)
{
    public override long Limit => 2;

    protected override IEnumerable<(long Place, double Weight)> Of(long element)
    {
        // As fractions of whole numbers, so that positions on an element are exactly there.
        (long numerator, long denominator) = AlignsCorners
            ? (Result == 1 ? 0 : element * (Source - 1), Math.Max(Result - 1, 1))
            : ((((2 * element) + 1) * Source) - Result, 2 * Result);
        numerator = Math.Clamp(numerator, 0, (Source - 1) * denominator);
        (long place, long rest) = Math.DivRem(numerator, denominator);
        double weight = (double)rest / denominator;
        return rest == 0 ? [(place, 1)] : [(place, 1 - weight), (place + 1, weight)];
    }
}
