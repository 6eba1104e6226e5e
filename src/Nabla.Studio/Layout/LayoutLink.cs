namespace Nabla.Studio;

/// <summary>A line between two items, and the bends it takes on the rows between them.</summary>
internal sealed class LayoutLink(LayoutItem from, LayoutItem to)
{
    public LayoutItem From { get; } = from;

    public LayoutItem To { get; } = to;

    /// <summary>Where the line leaves, from the middle of <see cref="From"/>.</summary>
    public double FromOffset { get; init; }

    /// <summary>Where the line arrives, from the middle of <see cref="To"/>.</summary>
    public double ToOffset { get; init; }

    public List<LayoutItem> Bends { get; } = [];

    /// <summary>The pieces between neighbouring rows, with the offsets at their ends.</summary>
    public IEnumerable<LayoutPiece> Pieces()
    {
        LayoutItem upper = From;
        double offset = FromOffset;
        foreach (LayoutItem bend in Bends)
        {
            yield return new LayoutPiece(upper, offset, bend, 0);
            (upper, offset) = (bend, 0);
        }

        yield return new LayoutPiece(upper, offset, To, ToOffset);
    }

    /// <summary>The points that the line goes through: between rows it swings, along a row it is straight.</summary>
    public IEnumerable<(double X, double Y)> Points()
    {
        double start = From.X + FromOffset, end = To.X + ToOffset;
        yield return (start, From.Bottom);
        if (From.RowBottom > From.Bottom)
        {
            yield return (start, From.RowBottom);
        }

        foreach (LayoutItem bend in Bends)
        {
            yield return (bend.X, bend.Y);
            yield return (bend.X, bend.Bottom);
        }

        if (To.RowTop < To.Y)
        {
            yield return (end, To.RowTop);
        }

        yield return (end, To.Y);
    }
}
