namespace Nabla;

/// <summary>The last axes of an input, named from the start or from the end.</summary>
internal sealed class TrailingAxes
{
    /// <summary>Takes the axes as they were given; none stands for the last.</summary>
    public TrailingAxes(Axes<int> axes)
    {
        Axes = axes.Count == 0 ? [-1] : axes;
        if (new HashSet<int>(Axes.Span.ToArray()).Count != Axes.Count)
        {
            throw new ArgumentException($"The axes {Axes} name one of them twice; name each axis once.", nameof(axes));
        }
    }

    /// <summary>The axes as they were given.</summary>
    public Axes<int> Axes { get; }

    /// <summary>How many there are.</summary>
    public int Count => Axes.Count;

    /// <summary>Their extents in an input.</summary>
    /// <exception cref="ShapeMismatchException">They are not the last ones after the batch.</exception>
    public Shape ShapeOf(Shape inputShape, string subject)
    {
        HashSet<int> places = [.. Axes.Span.ToArray().Select(axis => axis < 0 ? axis + inputShape.Rank : axis)];
        int first = inputShape.Rank - Count;
        return first >= 1 && places.SetEquals(Enumerable.Range(first, Count))
            ? Shape.Create(inputShape.Extents[first..])
            : throw new ShapeMismatchException(
                $"{subject} normalizes over axes {Axes}, which are not the last {Count} after the batch of "
                + $"{inputShape}; name the last ones, or bring them there with Permute.", inputShape);
    }
}
