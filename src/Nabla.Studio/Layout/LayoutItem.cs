namespace Nabla.Studio;

/// <summary>A thing to be placed: a box, a bend of a long line, or a port where one enters or leaves a group.</summary>
internal sealed class LayoutItem(double width, double height)
{
    public double Width { get; set; } = width;

    public double Height { get; set; } = height;

    /// <summary>Its row, counted from the top; rows grow in the direction of the lines.</summary>
    public int Rank { get; set; }

    /// <summary>The middle.</summary>
    public double X { get; set; }

    /// <summary>The upper border.</summary>
    public double Y { get; set; }

    public double Bottom => Y + Height;

    /// <summary>The upper border of the row.</summary>
    public double RowTop { get; set; }

    /// <summary>The lower border of the row.</summary>
    public double RowBottom { get; set; }

    /// <summary>Whether this is a bend of a line: boxes push it aside.</summary>
    public bool IsBend { get; init; }

    public double Weight => IsBend ? 0.25 : 1;

    /// <summary>Whether the item stands in the first row, or in the last.</summary>
    public LayoutEdge Edge { get; init; }
}
