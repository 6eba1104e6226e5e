namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// A fused program as code that runs over rows and columns of memory. Shared by all kernels whose programs are equal.
/// </summary>
internal abstract unsafe class TileFunction
{
    /// <summary>Says that a kernel is about to run, which may be the time to make better code.</summary>
    /// <param name="columns">The columns of its tiles.</param>
    /// <param name="elements">How many elements the run will compute.</param>
    public abstract void Begin(long columns, long elements);

    /// <summary>Computes a tile.</summary>
    /// <param name="pointers">For each operand, its first element.</param>
    /// <param name="strides">For each operand, the bytes between rows.</param>
    /// <param name="rows">The number of rows; none is fine.</param>
    /// <param name="columns">The number of columns; none is fine.</param>
    public abstract void Run(byte** pointers, nint* strides, nint rows, nint columns);
}
