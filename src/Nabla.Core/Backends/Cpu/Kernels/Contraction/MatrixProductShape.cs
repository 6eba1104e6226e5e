namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>Extents and strides of a batch of matrix products C[m, n] = Σₖ A[m, k] · B[k, n].</summary>
public sealed class MatrixProductShape
{
    /// <summary>Describes a batch of products.</summary>
    /// <param name="m">The number of rows of A and C.</param>
    /// <param name="n">The number of columns of B and C.</param>
    /// <param name="k">The number of columns of A and rows of B.</param>
    /// <param name="left">Where A lies.</param>
    /// <param name="right">Where B lies.</param>
    /// <param name="batch">The extents of the batch dimensions, outermost first; none for a single product.</param>
    /// <exception cref="ArgumentException">
    /// An extent is negative, or a number of batch strides is not that of the extents.
    /// </exception>
    public MatrixProductShape(long m, long n, long k, MatrixStrides left, MatrixStrides right, params long[] batch)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(batch);
        if (m < 0 || n < 0 || k < 0 || Array.Exists(batch, extent => extent < 0))
        {
            throw new ArgumentException(
                $"A product cannot be [{m}, {k}] by [{k}, {n}] in [{string.Join(", ", batch)}].");
        }

        if (left.Batch.Length != batch.Length || right.Batch.Length != batch.Length)
        {
            throw new ArgumentException(
                $"{batch.Length} batch dimensions need as many strides, not "
                + $"{left.Batch.Length} and {right.Batch.Length}.");
        }

        M = m;
        N = n;
        K = k;
        Left = left;
        Right = right;
        Batch = batch;
    }

    /// <summary>The number of rows of A and C.</summary>
    public long M { get; }

    /// <summary>The number of columns of B and C.</summary>
    public long N { get; }

    /// <summary>The number of products in each sum.</summary>
    public long K { get; }

    /// <summary>Where A lies.</summary>
    public MatrixStrides Left { get; }

    /// <summary>Where B lies.</summary>
    public MatrixStrides Right { get; }

    /// <summary>The extents of the batch dimensions, outermost first.</summary>
    public IReadOnlyList<long> Batch { get; }

    /// <summary>The product of the batch extents.</summary>
    public long BatchCount => Batch.Aggregate(1L, (count, extent) => checked(count * extent));

    /// <summary>A single product of contiguous matrices, either of which may be stored transposed.</summary>
    public static MatrixProductShape Contiguous(
        long m, long n, long k, bool transposeLeft = false, bool transposeRight = false)
    {
        return new MatrixProductShape(
            m,
            n,
            k,
            transposeLeft ? new MatrixStrides(1, m) : new MatrixStrides(k, 1),
            transposeRight ? new MatrixStrides(1, k) : new MatrixStrides(n, 1));
    }
}
