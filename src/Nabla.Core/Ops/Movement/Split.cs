namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Cuts an axis into equal parts; costs no memory.</summary>
    /// <param name="parts">How many parts; the axis must divide.</param>
    /// <param name="axis">The axis to cut.</param>
    /// <exception cref="ShapeMismatchException">The extent is no multiple of <paramref name="parts"/>.</exception>
    public Tensor[] Split(int parts, int axis = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parts);
        return Shape[axis] % parts == 0
            ? Split([.. Enumerable.Repeat(Shape[axis] / parts, parts)], axis)
            : throw new ShapeMismatchException(
                $"Split cannot cut axis {axis} of {Shape} into {parts} equal parts; "
                + "name the extents instead, as in Split([3, 4], axis).", Shape);
    }

    /// <summary>Cuts an axis into parts of given extents; costs no memory.</summary>
    /// <param name="extents">The extent of each part; they add up to the axis.</param>
    /// <param name="axis">The axis to cut.</param>
    /// <exception cref="ShapeMismatchException">The extents do not add up.</exception>
    public Tensor[] Split(ReadOnlySpan<long> extents, int axis = 0)
    {
        axis = Shape.Axis(axis);
        var parts = new Tensor[extents.Length];
        SliceOp whole = SliceOp.Whole(Shape);
        long start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(extents[i]);
            long[] starts = [.. whole.Starts.Span];
            starts[axis] = start;
            start += extents[i];
            parts[i] = new SliceOp(starts, whole.Steps, Shape.With(axis, extents[i]).Extents.ToArray()).Apply(this);
        }

        return start == Shape[axis]
            ? parts
            : throw new ShapeMismatchException(
                $"Split got extents that add up to {start}, but axis {axis} of {Shape} has {Shape[axis]} elements.",
                Shape);
    }
}
