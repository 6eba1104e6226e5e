using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The places of the elements along an axis, in the order of their values.</summary>
    /// <remarks>Equal elements keep their order, and NaN comes last in both directions.</remarks>
    /// <param name="axis">The axis to sort along.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <returns>An int64 tensor of this shape; <see cref="TakeAlong"/> follows it.</returns>
    public Tensor ArgSort(int axis = -1, bool descending = false)
    {
        axis = Shape.Axis(axis);
        return new ArgSortOp(axis, descending, Shape[axis]).Apply(this);
    }
}

/// <summary>The places of the first few elements along an axis, once they were sorted.</summary>
/// <param name="Axis">The axis, counted from the start.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
/// <param name="Count">How many places are wanted; at most the axis' extent.</param>
internal sealed record ArgSortOp(int Axis, bool IsDescending, long Count) : Op
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) =>
        new(DType.Int64, inputs[0].Shape.With(Axis, Count));

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [null];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], y = call.Outputs[0];
        long stride = x.Stride(Axis), extent = x.Shape[Axis];
        if (y.Values.Length == 0)
        {
            return;
        }

        for (long line = 0; line < x.Values.Length / extent; line++)
        {
            long outer = line / stride, inner = line % stride, start = (outer * extent * stride) + inner;
            int[] places = [.. Enumerable.Range(0, (int)extent).OrderBy(
                place => x[start + (place * stride)], Comparer<double>.Create(Compare))];
            for (long k = 0; k < Count; k++)
            {
                y[(((outer * Count) + k) * stride) + inner] = places[k];
            }
        }
    }

    private int Compare(double a, double b) => (double.IsNaN(a), double.IsNaN(b)) switch
    {
        (false, false) when a == b => 0,
        (false, false) => a < b == IsDescending ? 1 : -1,
        (bool isLast, bool isOther) => isLast.CompareTo(isOther),
    };
}
