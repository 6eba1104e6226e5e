using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The running sum along an axis.</summary>
    /// <remarks>
    /// Computes <c>y[i] = x[0] + … + x[i]</c>, or <c>x[i] + … + x[n − 1]</c> in reverse, one after another. Bools and
    /// integers are summed in int64.
    /// </remarks>
    /// <param name="axis">The axis to run along.</param>
    /// <param name="isReversed">Whether to start at the end.</param>
    /// <returns>A tensor of this shape.</returns>
    public Tensor CumulativeSum(int axis, bool isReversed = false) =>
        new CumulativeSumOp(Shape.Axis(axis), isReversed).Apply(Cast(DTypes.Accumulator(DType)));
}

internal sealed record CumulativeSumOp(int Axis, bool IsReversed) : Op
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [gradients[0]!.CumulativeSum(Axis, !IsReversed)];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], y = call.Outputs[0];
        long stride = x.Stride(Axis), extent = x.Shape[Axis];
        for (long i = 0; i < y.Values.Length; i++)
        {
            long position = IsReversed ? y.Values.Length - 1 - i : i;
            long place = position / stride % extent;
            bool isFirst = place == (IsReversed ? extent - 1 : 0);
            y[position] = x[position] + (isFirst ? 0 : y[position + (IsReversed ? stride : -stride)]);
        }
    }
}
