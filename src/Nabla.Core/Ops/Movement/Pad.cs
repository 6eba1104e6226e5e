using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    // Sums of three such numbers do not overflow; the shape checks the sum.
    private const long LargestWidth = 1L << 59;

    /// <summary>Adds elements at both ends of each axis.</summary>
    /// <param name="before">How many to add before each axis.</param>
    /// <param name="after">How many to add after each axis.</param>
    /// <param name="value">What to add.</param>
    /// <exception cref="ArgumentException">There is not one width for each axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is negative or huge.</exception>
    /// <exception cref="OverflowException">The elements are integers that do not reach to the value.</exception>
    public Tensor Pad(ReadOnlySpan<long> before, ReadOnlySpan<long> after, Scalar value = default)
    {
        CheckWidths(before, after);
        return before.ContainsAnyExcept(0) || after.ContainsAnyExcept(0)
            ? new PadOp(before.ToArray(), new long[Rank], after.ToArray(), value.Fitting(DType)).Apply(this)
            : this;
    }

    /// <summary>Adds elements at both ends of one axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="before">How many to add before it.</param>
    /// <param name="after">How many to add after it.</param>
    /// <param name="value">What to add.</param>
    public Tensor Pad(int axis, long before, long after, Scalar value = default)
    {
        var widths = new long[Rank * 2];
        (widths[Shape.Axis(axis)], widths[Rank + Shape.Axis(axis)]) = (before, after);
        return Pad(widths.AsSpan(0, Rank), widths.AsSpan(Rank), value);
    }

    private void CheckWidths(ReadOnlySpan<long> before, ReadOnlySpan<long> after)
    {
        if (before.Length != Rank || after.Length != Rank)
        {
            throw new ArgumentException(
                $"Pad takes a width before and after each of the {Rank} axes of {Shape}, "
                + $"but got {before.Length} and {after.Length}; write 0 for axes that stay.", nameof(before));
        }

        for (int axis = 0; axis < Rank; axis++)
        {
            if (before[axis] is < 0 or > LargestWidth || after[axis] is < 0 or > LargestWidth)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(before),
                    $"Pad adds 0 to 2^59 elements at an end, but got {before[axis]} before and {after[axis]} after "
                    + "axis "
                    + $"{axis} of {Shape}; to cut elements off, slice, as in x[1..^1].");
            }
        }
    }
}

/// <summary>
/// Spreads the elements of an input out, with one number before, between and after them: the transpose of a slice.
/// </summary>
internal sealed record PadOp(Axes<long> Before, Axes<long> Between, Axes<long> After, Scalar Value) : Op
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        long[] extents = inputs[0].Shape.Extents.ToArray();
        for (int axis = 0; axis < extents.Length; axis++)
        {
            extents[axis] += Before[axis] + After[axis] + (Math.Max(extents[axis] - 1, 0) * Between[axis]);
        }

        return new TensorSpec(inputs[0].DType, Shape.Create(extents));
    }

    /// <summary>
    /// The slice of a result of shape <paramref name="padded"/> that holds the elements of an input of shape
    /// <paramref name="source"/>.
    /// </summary>
    public Layout Interior(Shape source, Shape padded)
    {
        Layout layout = Layout.Contiguous(padded);
        for (int axis = 0; axis < source.Rank; axis++)
        {
            layout = layout.Slice(axis, Before[axis], Between[axis] + 1, source[axis]);
        }

        return layout;
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        long[] steps = [.. Between.Span];
        for (int axis = 0; axis < steps.Length; axis++)
        {
            steps[axis]++;
        }

        return [new SliceOp(Before, steps, node.Inputs[0].Shape.Extents.ToArray()).Apply(gradients[0]!)];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], y = call.Outputs[0];
        Array.Fill(y.Values, Value.ToDouble());
        Layout interior = Interior(x.Shape, y.Shape);
        for (long i = 0; i < x.Values.Length; i++)
        {
            long target = interior.Offset;
            for (int axis = 0; axis < x.Shape.Rank; axis++)
            {
                target += i / x.Stride(axis) % x.Shape[axis] * interior.Strides[axis];
            }

            y[target] = x[i];
        }
    }
}
