namespace Nabla;

/// <summary>The element in which the middle of the new one lies; on an edge, the later one.</summary>
internal sealed record NearestTaps(long Source, long Result) : AxisTaps(Source, Result)
{
    public override long Limit => 1;

    protected override IEnumerable<(long Place, double Weight)> Of(long element) =>
        [(((2 * element) + 1) * Source / (2 * Result), 1)];
}
