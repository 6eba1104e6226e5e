namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>Where the elements of a batch of matrices lie, in elements from the first.</summary>
/// <param name="Row">The distance between rows; may be zero or negative.</param>
/// <param name="Column">The distance between columns; may be zero or negative.</param>
/// <param name="Batch">
/// The distance along each batch dimension, outermost first; zero where the matrix is broadcast.
/// </param>
public sealed record MatrixStrides(long Row, long Column, params long[] Batch)
{
    /// <summary>The same elements seen as transposed matrices.</summary>
    public MatrixStrides Transposed => new(Column, Row, Batch);
}
