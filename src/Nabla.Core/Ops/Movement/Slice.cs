using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A range of one axis; costs no memory.</summary>
    /// <param name="axis">The axis to cut.</param>
    /// <param name="range">Which part of it, as in <c>2..^1</c>.</param>
    /// <param name="step">
    /// Takes every step-th element; a negative step walks through the range backwards, from its last element.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The range does not lie within the axis, or the step is 0.
    /// </exception>
    /// <example><code>
    /// Tensor evens = x.Slice(0, .., step: 2), reversed = x.Slice(0, .., step: -1);
    /// </code></example>
    public Tensor Slice(int axis, Range range, int step = 1)
    {
        axis = Shape.Axis(axis);
        SliceOp op = SliceOp.Whole(Shape).With(axis, Shape, range, step);
        return op.IsWhole(Shape) ? this : op.Apply(this);
    }
}

/// <summary>
/// Element <c>i</c> of each axis of the result is element <c>Starts[a] + i · Steps[a]</c> of the input.
/// </summary>
internal sealed record SliceOp(Axes<long> Starts, Axes<long> Steps, Axes<long> Counts) : ViewOp
{
    public static SliceOp Whole(Shape shape) =>
        new(new long[shape.Rank], Enumerable.Repeat(1L, shape.Rank).ToArray(), shape.Extents.ToArray());

    public bool IsWhole(Shape shape) => Counts.Span.SequenceEqual(shape.Extents) && !Steps.Span.ContainsAnyExcept(1);

    /// <summary>The same slice with one axis cut.</summary>
    public SliceOp With(int axis, Shape shape, Range range, int step)
    {
        long extent = shape[axis];
        long start = Offset(range.Start, extent), end = Offset(range.End, extent);
        if (start < 0 || end > extent || start > end)
        {
            throw new ArgumentOutOfRangeException(
                nameof(range),
                $"Slice cannot take {range} of axis {axis} of {shape}, whose elements are 0 to {extent - 1}; "
                + "start and end must lie within it, in that order.");
        }

        ArgumentOutOfRangeException.ThrowIfZero(step);
        long count = (end - start + Math.Abs((long)step) - 1) / Math.Abs((long)step);
        return new SliceOp(
            Replace(Starts, axis, step > 0 || count == 0 ? start : end - 1),
            Replace(Steps, axis, step),
            Replace(Counts, axis, count));
    }

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Shape shape = inputs[0].Shape;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            long last = Starts[axis] + ((Counts[axis] - 1) * Steps[axis]);
            if (Counts[axis] > 0 && (Math.Min(Starts[axis], last) < 0 || Math.Max(Starts[axis], last) >= shape[axis]))
            {
                throw new ShapeMismatchException(
                    $"{Subject} reaches from {Starts[axis]} to {last} on axis {axis} of {shape}; it must stay within.",
                    shape);
            }
        }

        return new TensorSpec(inputs[0].DType, Shape.Create(Counts.Span));
    }

    public override Layout? View(Layout input)
    {
        for (int axis = 0; axis < Counts.Count; axis++)
        {
            input = input.Slice(axis, Starts[axis], Steps[axis], Counts[axis]);
        }

        return input;
    }

    // A slice of a slice is one slice.
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs)
    {
        if (IsWhole(inputs[0].Shape))
        {
            return inputs[0];
        }

        if (inputs[0] is not { IsEvaluated: false, Node: { Op: SliceOp inner } node })
        {
            return null;
        }

        long[] starts = new long[Counts.Count], steps = new long[Counts.Count];
        for (int axis = 0; axis < starts.Length; axis++)
        {
            starts[axis] = inner.Starts[axis] + (Starts[axis] * inner.Steps[axis]);
            steps[axis] = inner.Steps[axis] * Steps[axis];
        }

        return new SliceOp(starts, steps, Counts).Apply(node.Inputs[0]);
    }

    // What was cut off gets zeros; an axis that was walked backwards is turned round first.
    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor dy = gradients[0]!;
        Shape source = node.Inputs[0].Shape;
        int rank = Counts.Count;
        long[] before = new long[rank], between = new long[rank], after = new long[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            dy = Steps[axis] < 0 ? dy.Slice(axis, .., -1) : dy;
            long reach = Math.Max((Counts[axis] - 1) * Math.Abs(Steps[axis]), 0);
            between[axis] = Math.Abs(Steps[axis]) - 1;
            before[axis] = Counts[axis] == 0 ? 0 : Steps[axis] < 0 ? Starts[axis] - reach : Starts[axis];
            after[axis] = source[axis] - before[axis] - (Counts[axis] == 0 ? 0 : reach + 1);
        }

        return [new PadOp(before, between, after, 0.0).Apply(dy)];
    }

    private static long Offset(Index index, long extent) => index.IsFromEnd ? extent - index.Value : index.Value;

    private static Axes<long> Replace(Axes<long> values, int axis, long value)
    {
        long[] copy = [.. values.Span];
        copy[axis] = value;
        return copy;
    }
}
