using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The matrix product over the last two axes, batched over the axes before them.</summary>
    /// <remarks>
    /// Computes <c>y[…, i, j] = Σₖ x[…, i, k] · other[…, k, j]</c>. Batch axes broadcast. A vector on the left is a
    /// row, on the right a column, and its axis disappears from the result. Transposed inputs cost nothing.
    /// </remarks>
    /// <param name="other">[…, k, n] or [k]; this is […, m, k] or [k].</param>
    /// <returns>[…, m, n].</returns>
    /// <exception cref="ShapeMismatchException">The shared extents differ, or an input has no axes.</exception>
    /// <exception cref="DTypeMismatchException">The common type is not a floating one.</exception>
    public Tensor MatMul(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        DType dtype = DTypes.Promote(DType, other.DType);
        Tensor a = Cast(dtype), b = other.Cast(dtype);
        if (Rank == 0 || other.Rank == 0 || a.Shape[-1] != b.Shape[b.Rank == 1 ? 0 : -2])
        {
            throw MatMulOp.Mismatch(Shape, other.Shape);
        }

        a = a.Rank == 1 ? a.ExpandAxis(0) : a;
        b = b.Rank == 1 ? b.ExpandAxis(1) : b;
        if (a.Rank > 2 || b.Rank > 2)
        {
            Shape batchA = Shape.Create(a.Shape.Extents[..^2]), batchB = Shape.Create(b.Shape.Extents[..^2]);
            if (!Shape.TryBroadcast(batchA, batchB, out Shape batch))
            {
                throw MatMulOp.Mismatch(Shape, other.Shape);
            }

            a = a.BroadcastTo([.. batch, a.Shape[-2], a.Shape[-1]]);
            b = b.BroadcastTo([.. batch, b.Shape[-2], b.Shape[-1]]);
        }

        Tensor y = MatMulOp.Instance.Apply(a, b);
        y = Rank == 1 ? y.Squeeze(-2) : y;
        return other.Rank == 1 ? y.Squeeze(-1) : y;
    }
}

internal sealed record MatMulOp : ContractionOp
{
    public static readonly MatMulOp Instance = new();

    public override int? ColumnAxis => -1;

    public static ShapeMismatchException Mismatch(Shape a, Shape b) => new(
        $"MatMul cannot multiply {a} by {b}: the last axis of the left ({(a.Rank == 0 ? "none" : a[-1])}) must equal "
        + $"the last but one of the right ({(b.Rank == 0 ? "none" : b[b.Rank == 1 ? 0 : -2])}), "
        + "and batch axes must broadcast; transpose or reshape one of them.", a, b);

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor a = inputs[0], b = inputs[1];
        if (a.DType != b.DType || !a.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{Subject} takes floating elements of one type but got {a.Spec} and {b.Spec}; "
                + "cast them with Cast(DType.…).",
                a.DType, b.DType);
        }

        if (a.Rank != b.Rank
            || a.Rank < 2
            || a.Shape[-1] != b.Shape[-2]
            || !a.Shape.Extents[..^2].SequenceEqual(b.Shape.Extents[..^2]))
        {
            throw Mismatch(a.Shape, b.Shape);
        }

        return new TensorSpec(a.DType, a.Shape.With(-1, b.Shape[-1]));
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor a = node.Inputs[0], b = node.Inputs[1], dy = gradients[0]!;
        return [dy.MatMul(b.Transpose()), a.Transpose().MatMul(dy)];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor a = call.Inputs[0], b = call.Inputs[1], y = call.Outputs[0];
        long m = y.Shape[-2], n = y.Shape[-1], k = a.Shape[-1];
        for (long i = 0; i < y.Values.Length; i++)
        {
            long matrix = i / (m * n), row = i / n % m, column = i % n;
            double sum = 0;
            for (long inner = 0; inner < k; inner++)
            {
                sum += a[(((matrix * m) + row) * k) + inner] * b[(((matrix * k) + inner) * n) + column];
            }

            y[i] = sum;
        }
    }
}
