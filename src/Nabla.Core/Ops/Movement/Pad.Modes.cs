using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Adds elements of the tensor itself at both ends of each axis.</summary>
    /// <param name="before">How many to add before each axis.</param>
    /// <param name="after">How many to add after each axis.</param>
    /// <param name="mode">Which: mirrored, repeated, from the other end, or zeros.</param>
    /// <exception cref="ArgumentException">There is not one width for each axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is negative or huge.</exception>
    /// <exception cref="ShapeMismatchException">An axis has not as many elements to add.</exception>
    public Tensor Pad(ReadOnlySpan<long> before, ReadOnlySpan<long> after, PaddingMode mode)
    {
        if (mode is PaddingMode.Zeros)
        {
            return Pad(before, after, new Scalar());
        }

        CheckWidths(before, after);
        var taps = new AxisTaps[Rank];
        for (int axis = 0; axis < taps.Length; axis++)
        {
            taps[axis] = before[axis] == 0 && after[axis] == 0
                ? new IdentityTaps(Shape[axis])
                : new BorderTaps(Shape[axis], before[axis], after[axis], mode);
            CheckBorder(axis, Math.Max(before[axis], after[axis]), mode);
        }

        return before.ContainsAnyExcept(0) || after.ContainsAnyExcept(0) ? new ResampleOp(taps).Apply(this) : this;
    }

    /// <summary>Adds elements of the tensor itself at both ends of one axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="before">How many to add before it.</param>
    /// <param name="after">How many to add after it.</param>
    /// <param name="mode">Which: mirrored, repeated, from the other end, or zeros.</param>
    public Tensor Pad(int axis, long before, long after, PaddingMode mode)
    {
        var widths = new long[Rank * 2];
        (widths[Shape.Axis(axis)], widths[Rank + Shape.Axis(axis)]) = (before, after);
        return Pad(widths.AsSpan(0, Rank), widths.AsSpan(Rank), mode);
    }

    private void CheckBorder(int axis, long width, PaddingMode mode)
    {
        long most = mode switch
        {
            PaddingMode.Reflect => Math.Max(Shape[axis] - 1, 0),
            PaddingMode.Circular => Shape[axis],
            _ => Shape[axis] == 0 ? 0 : LargestWidth,
        };
        if (width > most)
        {
            string subject = LayerScope.Current is { } path ? $"Pad in layer '{path}'" : "Pad";
            throw new ShapeMismatchException(
                $"{subject} ({mode}) can add at most {most} elements at an end of axis {axis} of {Shape} but should "
                + $"add {width}; take less, or PaddingMode.Zeros.", Shape);
        }
    }
}
