namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>What is done to each block of a product once its sums are complete, while it is still in cache.</summary>
/// <remarks>
/// Blocks arrive in any order, on any thread and several at a time; together they cover the product exactly once. Their
/// borders depend on the product's shape only.
/// </remarks>
public abstract unsafe class BlockEpilogue
{
    /// <summary>Consumes one finished block.</summary>
    /// <param name="slots">The table that the caller handed to <see cref="MatrixProduct{T}.Run"/>.</param>
    /// <param name="block">The block's first element; the memory may be reused after this call.</param>
    /// <param name="blockStride">The distance between rows of the block, in elements.</param>
    /// <param name="row">The block's first row, counted over all batches: batch · M + row within the matrix.</param>
    /// <param name="column">The block's first column.</param>
    /// <param name="rows">The number of rows. They may span several matrices of the batch.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="worker">The thread's number within this run, an index for scratch memory.</param>
    public abstract void Apply(
        nint* slots, byte* block, long blockStride, long row, long column, int rows, int columns, int worker);
}
