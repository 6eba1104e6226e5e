namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>How a convolution by Winograd's algorithm is cut into columns. A function of shapes alone.</summary>
/// <remarks><see cref="DepthBlock"/> decides the order of the sums and so the bits; the rest decides speed.</remarks>
internal sealed class WinogradColumnsPlan
{
    /// <summary>The most tiles of a part.</summary>
    /// <remarks>
    /// A block of the kernel at all points, 64 by 32, and the products of 64 tiles with it take 288 KiB each: most of
    /// both stays in a second-level cache.
    /// </remarks>
    public const int MostTiles = 64;

    private const int MostDepth = 64;
    private const int MostColumns = 32;

    // Tiles at their points are read again for each chunk of columns: they are to stay in a thread's share of the
    // third-level cache.
    private const long SlabBytes = 3 << 20;

    private const double WorkWorthWaking = 1e6;
    private const int LineElements = 64 / sizeof(float);

    /// <summary>Plans a convolution.</summary>
    /// <param name="tiles">The tiles.</param>
    /// <param name="depth">The channels of the source, at least one.</param>
    /// <param name="columns">The channels of the result.</param>
    public WinogradColumnsPlan(WinogradTiles tiles, int depth, int columns)
    {
        (Depth, Columns) = (depth, columns);
        int blocks = (int)Rounding.DivideUp(depth, MostDepth);
        DepthBlock = (int)Rounding.Up(Rounding.DivideUp(depth, blocks), 8);
        DepthBlocks = (int)Rounding.DivideUp(depth, DepthBlock);
        ColumnBlock = MostColumns;
        ColumnPieces = (int)Rounding.DivideUp(columns, ColumnBlock);
        Parts = new WinogradParts(tiles, MostTiles, MostTiles, 1);

        long bytes = (long)WinogradLoops.Planes * Parts.MostTiles * DepthBlock * DepthBlocks * sizeof(float);
        PartsOfSlab = (int)Math.Clamp(SlabBytes / bytes, 1, Parts.Count);
        Slabs = (int)Rounding.DivideUp(Parts.Count, PartsOfSlab);
        PartsOfSlab = (int)Rounding.DivideUp(Parts.Count, Slabs);
        Wakes = (double)tiles.Count * WinogradLoops.Planes * depth * columns >= WorkWorthWaking;

        SourcePlane = OddPlane((nint)Parts.MostTiles * DepthBlock);
        KernelPlane = OddPlane((nint)DepthBlock * ColumnBlock);
        ProductPlane = OddPlane((nint)Parts.MostTiles * ColumnBlock);
        SourceElements = SourcePlane * WinogradLoops.Planes * DepthBlocks * PartsOfSlab;
        ProductOffset = KernelPlane * WinogradLoops.Planes;
        TransformOffset = ProductOffset + (ProductPlane * WinogradLoops.Planes);
        BlockOffset = TransformOffset + WinogradTaps.ScratchElements;
    }

    public WinogradParts Parts { get; }

    public int Depth { get; }

    public int Columns { get; }

    /// <summary>The depth of all blocks but the last.</summary>
    public int DepthBlock { get; }

    public int DepthBlocks { get; }

    /// <summary>The columns of all blocks but the last.</summary>
    public int ColumnBlock { get; }

    public int ColumnPieces { get; }

    /// <summary>How many parts are transformed before they are multiplied.</summary>
    public int PartsOfSlab { get; }

    public int Slabs { get; }

    /// <summary>Whether there is enough work to wake sleeping threads for.</summary>
    public bool Wakes { get; }

    /// <summary>The distance between points of tiles. All strides and offsets count elements.</summary>
    public nint SourcePlane { get; }

    /// <summary>How many elements the tiles of a slab take.</summary>
    public nint SourceElements { get; }

    /// <summary>The distance between points of a block of the kernel.</summary>
    public nint KernelPlane { get; }

    /// <summary>The distance between points of products.</summary>
    public nint ProductPlane { get; }

    /// <summary>Where products begin in a worker's scratch memory, after a block of the kernel.</summary>
    public nint ProductOffset { get; }

    /// <summary>Where the scratch memory of transforms begins in a worker's.</summary>
    public nint TransformOffset { get; }

    /// <summary>Where the block of the result begins in a worker's scratch memory.</summary>
    public nint BlockOffset { get; }

    /// <summary>Where the tiles of a part are among those of a slab.</summary>
    public nint SourceOffset(int part, int depthBlock) =>
        (((nint)part * DepthBlocks) + depthBlock) * SourcePlane * WinogradLoops.Planes;

    private static nint OddPlane(nint elements)
    {
        nint lines = (elements + LineElements - 1) / LineElements;
        return (lines | 1) * LineElements;
    }
}
