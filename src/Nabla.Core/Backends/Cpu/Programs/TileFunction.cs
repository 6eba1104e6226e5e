namespace Nabla.Backends.Cpu.Programs;

/// <summary>A fused program as code that runs over rows and columns of memory. Shared by all kernels whose programs are equal.</summary>
internal abstract unsafe class TileFunction
{
    /// <summary>Computes a tile. Allocates nothing once <see cref="Prepare"/> has seen as many columns.</summary>
    /// <param name="pointers">For each operand, its first element.</param>
    /// <param name="strides">For each operand, the bytes between rows.</param>
    /// <param name="rows">The number of rows; none is fine.</param>
    /// <param name="columns">The number of columns; none is fine.</param>
    public abstract void Run(byte** pointers, nint* strides, nint rows, nint columns);

    /// <summary>Makes ready what runs over so many columns need.</summary>
    public abstract void Prepare(long columns);
}
