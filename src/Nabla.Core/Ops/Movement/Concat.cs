using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Joins tensors along an axis; types promote.</summary>
    /// <param name="tensors">At least one; their shapes are equal but for the axis.</param>
    /// <param name="axis">The axis along which they follow each other.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ on another axis.</exception>
    public static Tensor Concat(IReadOnlyList<Tensor> tensors, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Count == 0)
        {
            throw new ArgumentException("Concat takes at least one tensor but got none.", nameof(tensors));
        }

        int missing = tensors.TakeWhile(tensor => tensor is not null).Count();
        if (missing < tensors.Count)
        {
            throw new ArgumentNullException(nameof(tensors), $"Concat takes tensors, but number {missing} is null.");
        }

        DType dtype = tensors.Select(tensor => tensor.DType).Aggregate(DTypes.Promote);
        return tensors.Count == 1
            ? tensors[0]
            : new ConcatOp(tensors[0].Shape.Axis(axis)).Apply([.. tensors.Select(tensor => tensor.Cast(dtype))]);
    }
}

internal sealed record ConcatOp(int Axis) : Op
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Shape first = inputs[0].Shape;
        long extent = 0;
        foreach (Tensor input in inputs)
        {
            if (input.Rank != first.Rank || input.Shape.With(Axis, 0) != first.With(Axis, 0))
            {
                throw new ShapeMismatchException(
                    $"{Subject} along axis {Axis} cannot join {first} and {input.Shape}: all other axes must be equal.",
                    first, input.Shape);
            }

            extent += input.Shape[Axis];
        }

        return new TensorSpec(inputs[0].DType, first.With(Axis, extent));
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        var parts = new Tensor?[node.Inputs.Count];
        SliceOp whole = SliceOp.Whole(node.Outputs[0].Shape);
        long[] starts = [.. whole.Starts.Span];
        for (int i = 0; i < parts.Length; i++)
        {
            Shape shape = node.Inputs[i].Shape;
            parts[i] = new SliceOp(starts.ToArray(), whole.Steps, shape.Extents.ToArray()).Apply(gradients[0]!);
            starts[Axis] += shape[Axis];
        }

        return parts;
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor y = call.Outputs[0];
        long stride = y.Stride(Axis), run = y.Shape[Axis] * stride, start = 0;
        foreach (ReferenceTensor x in call.Inputs)
        {
            long width = x.Shape[Axis] * stride;
            for (long i = 0; i < x.Values.Length; i++)
            {
                y[start + (i / width * run) + (i % width)] = x[i];
            }

            start += width;
        }
    }
}
