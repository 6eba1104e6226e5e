using Nabla.Graph;

namespace Nabla;

/// <summary>
/// Each element is a weighted sum of elements of the input, by taps along each axis:
/// <c>y[i, j…] = Σ w[i, k] v[j, l]… x[k, l…] / divisors</c>.
/// </summary>
/// <param name="Taps">One for each axis.</param>
internal sealed record ResampleOp(Axes<AxisTaps> Taps) : Op
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => TapShapes.Infer(Subject, inputs[0], Taps);

    // Elements go back on the way they came.
    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [new ResampleOp(TapShapes.Transpose(Taps)).Apply(gradients[0]!)];

    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs)
    {
        foreach (AxisTaps taps in Taps)
        {
            if (!taps.IsIdentity)
            {
                return null;
            }
        }

        return inputs[0];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], y = call.Outputs[0];
        TapGrid grid = TapGrid.Of(Taps);
        TapTable rows = grid.Rows, columns = grid.Columns;
        for (long i = 0; i < y.Values.Length; i++)
        {
            (long rest, long inner) = Math.DivRem(i, grid.Inner);
            (rest, long column) = Math.DivRem(rest, columns.Result);
            (long outer, long row) = Math.DivRem(rest, rows.Result);
            double sum = 0;
            for (int r = rows.Starts[row]; r < rows.Starts[row + 1]; r++)
            {
                for (int c = columns.Starts[column]; c < columns.Starts[column + 1]; c++)
                {
                    long place = (((outer * rows.Source) + rows.Places[r]) * columns.Source) + columns.Places[c];
                    sum += rows.Weights[r] * columns.Weights[c] * x[(place * grid.Inner) + inner];
                }
            }

            y[i] = sum / (rows.Divisors[row] * columns.Divisors[column]);
        }
    }
}
