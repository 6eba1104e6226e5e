namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>What the tiles of one block of depth have in common. Strides count elements.</summary>
internal struct TileFrame
{
    /// <summary>The distance between rows of A.</summary>
    public nint ARow;

    /// <summary>The distance along the depth in A.</summary>
    public nint ADepth;

    /// <summary>The distance along the depth in B.</summary>
    public nint BDepth;

    /// <summary>The distance between columns of B, where a kernel does not take it to be one.</summary>
    public nint BColumn;

    /// <summary>The distance between rows of C.</summary>
    public nint CRow;

    /// <summary>The number of products in each sum, at least one.</summary>
    public nint Depth;

    /// <summary>
    /// How far ahead A is fetched into the cache: some depths, or, where rows are contiguous, those of a tile; zero
    /// where the processor sees the pattern itself, or A is near.
    /// </summary>
    public nint AAhead;

    /// <summary>Whether the sums are added to what C holds.</summary>
    public bool Adds;
}
