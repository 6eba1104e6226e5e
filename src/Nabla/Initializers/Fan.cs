namespace Nabla;

/// <summary>How many inputs and outputs meet in one element of a parameter.</summary>
/// <remarks>
/// The last two axes are inputs and outputs; axes before them are the window of a convolution, each position of which
/// counts. A vector meets as many as it has elements.
/// </remarks>
internal readonly record struct Fan(long In, long Out)
{
    public double Average => (In + Out) / 2.0;

    public static Fan Of(Shape shape)
    {
        if (shape.Rank < 2)
        {
            return new Fan(shape.ElementCount, shape.ElementCount);
        }

        // An empty parameter has no elements to start; 1 keeps its bounds finite.
        long window = Shape.Create(shape.Extents[..^2]).ElementCount;
        return new Fan(Math.Max(window * shape[-2], 1), Math.Max(window * shape[-1], 1));
    }
}
