using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The place of a chosen element along one axis, as int64: the first of equal ones; NaN is chosen before all numbers.
/// </summary>
/// <param name="Axis">The axis that is searched, counted from the start; it disappears.</param>
internal abstract record ArgumentChoice(int Axis) : Op
{
    /// <summary>Whether an element is chosen over an earlier one; neither is NaN.</summary>
    protected abstract bool IsBetter(double x, double best);

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Shape shape = inputs[0].Shape;
        return shape[Axis] > 0 || shape.Without(Axis).ElementCount == 0
            ? new TensorSpec(DType.Int64, shape.Without(Axis))
            : throw new ShapeMismatchException(
                $"{Subject} over axis {Axis} of {shape} has no elements to choose from; check for an empty batch.",
                shape);
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [null];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0];
        long stride = x.Stride(Axis), extent = x.Shape[Axis];
        for (long i = 0; i < call.Outputs[0].Values.Length; i++)
        {
            long start = (i / stride * stride * extent) + (i % stride), best = 0;
            for (long k = 1; k < extent; k++)
            {
                best = Wins(x[start + (k * stride)], x[start + (best * stride)]) ? k : best;
            }

            call.Outputs[0][i] = best;
        }
    }

    private bool Wins(double x, double best) => !double.IsNaN(best) && (double.IsNaN(x) || IsBetter(x, best));
}
