using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>How a convolution by Winograd's algorithm is cut into blocks. A function of shapes alone.</summary>
/// <remarks><see cref="DepthBlock"/> decides the order of the sums and so the bits; the rest decides speed.</remarks>
internal sealed class WinogradPlan
{
    private const int MostDepth = 384;

    // What a block of tiles reads and writes is to stay in the second-level cache.
    private const int BlockElements = 96 << 10;
    private const int FewestTiles = 24;
    private const int MostTiles = 96;
    private const int FewestColumns = 64;

    private const double WorkOfChunk = 3e6;
    private const double WorkWorthWaking = 1e6;
    private const int MostChunks = 64;
    private const int LineElements = CacheLine.Bytes / sizeof(float);

    /// <summary>Plans a convolution.</summary>
    /// <param name="tiles">The tiles.</param>
    /// <param name="depth">The channels of the source, at least one.</param>
    /// <param name="columns">The channels of the result.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public WinogradPlan(WinogradTiles tiles, int depth, int columns, BlockEpilogue? epilogue)
    {
        (Depth, Columns) = (depth, columns);
        int depthBlocks = (int)Rounding.DivideUp(depth, MostDepth);
        DepthBlock = (int)Math.Max(8, Rounding.Up(Rounding.DivideUp(depth, depthBlocks), 8));
        DepthBlocks = (int)Rounding.DivideUp(depth, DepthBlock);

        double work = (double)tiles.Count * WinogradLoops.Planes * depth * columns;
        int wanted = (int)Math.Clamp(work / WorkOfChunk, 1, MostChunks);
        int widest = Math.Max(DepthBlock, Math.Min(columns, 256));
        int mostTiles = Math.Clamp(BlockElements / WinogradLoops.Planes / widest, FewestTiles, MostTiles);
        Parts = new WinogradParts(tiles, mostTiles, FewestTiles, wanted);
        ColumnPieces = Math.Clamp(
            (int)Rounding.DivideUp(wanted, Parts.Count), 1, Math.Max(1, columns / FewestColumns));
        ColumnBlock = Math.Max(1, (int)Rounding.DivideUp(columns, ColumnPieces));
        if (ColumnPieces > 1)
        {
            ColumnBlock = (int)Rounding.Up(ColumnBlock, Packing<float>.PanelColumns);
        }

        ColumnPieces = (int)Rounding.DivideUp(columns, ColumnBlock);
        Wakes = work >= WorkWorthWaking;

        SourceStride = PatchProductPlan.OddLines(DepthBlock, sizeof(float));
        ProductStride = PatchProductPlan.OddLines(ColumnBlock, sizeof(float));
        SourcePlane = OddPlane(Parts.MostTiles * SourceStride);
        ProductPlane = OddPlane(Parts.MostTiles * ProductStride);
        if (DepthBlocks == 1)
        {
            // The products at a point take the place of the tiles at the point before.
            SourcePlane = ProductPlane = nint.Max(SourcePlane, ProductPlane);
            SourceOffset = ProductPlane;
        }
        else
        {
            SourceOffset = ProductPlane * WinogradLoops.Planes;
        }

        TransformOffset = SourceOffset + (SourcePlane * WinogradLoops.Planes);
        BlockOffset = TransformOffset + WinogradTaps.ScratchElements;
        Result = new WinogradResult(Parts, columns, Math.Min(ColumnBlock, FewestColumns), epilogue);
        ScratchStride = ((BlockOffset + Result.BlockElements) * sizeof(float)) + (4 * CacheLine.Bytes);
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

    public int Chunks => checked(Parts.Count * ColumnPieces);

    /// <summary>Whether there is enough work to wake sleeping threads for.</summary>
    public bool Wakes { get; }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Parts.Tiles.Count == 0 || Columns == 0;

    /// <summary>The distance between tiles at a point. All strides and offsets count elements.</summary>
    public nint SourceStride { get; }

    /// <summary>The distance between points of tiles.</summary>
    public nint SourcePlane { get; }

    /// <summary>Where tiles begin in a worker's scratch memory, after products.</summary>
    public nint SourceOffset { get; }

    /// <summary>The distance between products at a point.</summary>
    public nint ProductStride { get; }

    /// <summary>The distance between points of products.</summary>
    public nint ProductPlane { get; }

    /// <summary>Where the scratch memory of transforms begins in a worker's.</summary>
    public nint TransformOffset { get; }

    /// <summary>Where the block of the result begins in a worker's scratch memory.</summary>
    public nint BlockOffset { get; }

    /// <summary>What becomes of products.</summary>
    public WinogradResult Result { get; }

    /// <summary>The bytes of scratch memory of a worker.</summary>
    public nint ScratchStride { get; }

    private static nint OddPlane(nint elements)
    {
        nint lines = (elements + LineElements - 1) / LineElements;
        return (lines | 1) * LineElements;
    }
}
