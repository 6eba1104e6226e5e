using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Adds elements of the tensor itself at both ends of each axis.</summary>
    /// <param name="before">How many to add before each axis.</param>
    /// <param name="after">How many to add after each axis.</param>
    /// <param name="mode">Which: mirrored, repeated, from the other end, or zeros.</param>
    /// <exception cref="ArgumentException">There is not one width for each axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is negative or huge, or there is no such mode.</exception>
    /// <exception cref="ShapeMismatchException">An axis has not as many elements to add.</exception>
    public Tensor Pad(ReadOnlySpan<long> before, ReadOnlySpan<long> after, PaddingMode mode)
    {
        if (mode is PaddingMode.Zeros)
        {
            return Pad(before, after, new Scalar());
        }

        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(
                nameof(mode), mode, "Pad knows PaddingMode.Zeros, Reflect, Replicate and Circular.");
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

        if (!before.ContainsAnyExcept(0) && !after.ContainsAnyExcept(0))
        {
            return this;
        }

        return DType is DType.Int64 ? Copied(before, after, mode) : new ResampleOp(taps).Apply(this);
    }

    // Weighted sums are of floating numbers, which do not hold all integers of 64 bits.
    private Tensor Copied(ReadOnlySpan<long> before, ReadOnlySpan<long> after, PaddingMode mode)
    {
        Tensor result = this;
        for (int axis = 0; axis < before.Length; axis++)
        {
            if (before[axis] > 0 || after[axis] > 0)
            {
                result = Concat(
                    [
                        result.Border(axis, before[axis], mode, isFirst: true),
                        result,
                        result.Border(axis, after[axis], mode, isFirst: false),
                    ],
                    axis);
            }
        }

        return result;
    }

    private Tensor Border(int axis, long width, PaddingMode mode, bool isFirst)
    {
        if (mode is PaddingMode.Replicate)
        {
            return (isFirst ? Slice(axis, ..1) : Slice(axis, ^1..))
                .BroadcastTo(Shape.Create([.. Shape.Extents[..axis], width, .. Shape.Extents[(axis + 1)..]]));
        }

        // No wider than the axis itself.
        int count = checked((int)width);
        return mode is PaddingMode.Circular
            ? isFirst ? Slice(axis, ^count..) : Slice(axis, ..count)
            : (isFirst ? Slice(axis, 1..(count + 1)) : Slice(axis, ^(count + 1)..^1)).Flip(axis);
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
