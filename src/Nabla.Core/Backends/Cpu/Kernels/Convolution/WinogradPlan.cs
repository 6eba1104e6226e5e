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
    private const int Line = 64;
    private const int LineElements = Line / sizeof(float);

    /// <summary>Plans a convolution.</summary>
    /// <param name="tiles">The tiles.</param>
    /// <param name="depth">The channels of the source.</param>
    /// <param name="columns">The channels of the result.</param>
    /// <param name="hasEpilogue">Whether blocks go to an epilogue instead of the result.</param>
    public WinogradPlan(WinogradTiles tiles, int depth, int columns, bool hasEpilogue)
    {
        (Tiles, Depth, Columns) = (tiles, depth, columns);
        int depthBlocks = Math.Max(1, (int)MatrixProductPlan.Divide(depth, MostDepth));
        DepthBlock = (int)Math.Max(8, MatrixProductPlan.RoundUp(MatrixProductPlan.Divide(depth, depthBlocks), 8));
        DepthBlocks = (int)MatrixProductPlan.Divide(depth, DepthBlock);

        int across = Math.Max(tiles.Across, 1), strips = Math.Max(tiles.Strips, 1);
        int mostTiles = Math.Clamp(
            BlockElements / WinogradLoops.Planes / Math.Max(DepthBlock, Math.Min(columns, 256)), FewestTiles,
            MostTiles);
        PiecesOfStrip = (int)MatrixProductPlan.Divide(across, mostTiles);
        TilesOfPiece = (int)MatrixProductPlan.Divide(across, PiecesOfStrip);
        PiecesOfStrip = (int)MatrixProductPlan.Divide(across, TilesOfPiece);

        double work = (double)tiles.Count * WinogradLoops.Planes * depth * columns;
        int wanted = (int)Math.Clamp(work / WorkOfChunk, 1, MostChunks);
        int blocks = (int)MatrixProductPlan.Divide(strips, Math.Max(1, mostTiles / across));
        int columnPieces = 1;
        while (blocks * PiecesOfStrip * columnPieces < wanted)
        {
            if (PiecesOfStrip == 1 && blocks < strips && strips / blocks * across > FewestTiles)
            {
                blocks++;
            }
            else if (columns / columnPieces >= 2 * FewestColumns)
            {
                columnPieces++;
            }
            else
            {
                break;
            }
        }

        StripsOfBlock = PiecesOfStrip > 1 ? 1 : (int)MatrixProductPlan.Divide(strips, blocks);
        Blocks = (int)MatrixProductPlan.Divide(strips, StripsOfBlock);
        ColumnBlock = columnPieces == 1
            ? columns
            : (int)MatrixProductPlan.RoundUp(
                MatrixProductPlan.Divide(columns, columnPieces), Packing<float>.PanelColumns);
        ColumnBlock = Math.Max(1, ColumnBlock);
        ColumnPieces = Math.Max(1, (int)MatrixProductPlan.Divide(columns, ColumnBlock));
        Wakes = work >= WorkWorthWaking;

        int rows = StripsOfBlock * TilesOfPiece;
        SourceStride = PatchProductPlan.OddLines(DepthBlock, sizeof(float));
        ProductStride = PatchProductPlan.OddLines(ColumnBlock, sizeof(float));
        IsInPlace = DepthBlocks == 1;
        SourcePlane = OddPlane((nint)rows * SourceStride);
        ProductPlane = OddPlane((nint)rows * ProductStride);
        if (IsInPlace)
        {
            // The products at a point take the place of the tiles at the point before.
            SourcePlane = ProductPlane = nint.Max(SourcePlane, ProductPlane);
        }

        ProductOffset = IsInPlace ? 0 : SourcePlane * WinogradLoops.Planes;
        SourceOffset = IsInPlace ? ProductPlane : 0;
        BlockOffset = IsInPlace
            ? SourcePlane * (WinogradLoops.Planes + 1)
            : ProductOffset + (ProductPlane * WinogradLoops.Planes);
        FinishedColumns = hasEpilogue ? Math.Min(ColumnBlock, FewestColumns) : ColumnBlock;
        BlockStride = columns == 1 ? 1 : PatchProductPlan.OddLines(FinishedColumns, sizeof(float));
        nint pixels = (nint)StripsOfBlock * WinogradLoops.Results
            * (PiecesOfStrip > 1 ? TilesOfPiece * WinogradLoops.Results : tiles.Columns);
        nint block = hasEpilogue ? (nint)MatrixProductPlan.RoundUp(pixels * BlockStride, LineElements) : 0;
        TransformOffset = BlockOffset + block;
        ScratchStride = ((TransformOffset + WinogradLoops.ScratchElements) * sizeof(float)) + (4 * Line);
    }

    public WinogradTiles Tiles { get; }

    public int Depth { get; }

    public int Columns { get; }

    /// <summary>The depth of all blocks but the last.</summary>
    public int DepthBlock { get; }

    public int DepthBlocks { get; }

    /// <summary>Into how many blocks a strip is cut; more than one only where a block is less than a strip.</summary>
    public int PiecesOfStrip { get; }

    /// <summary>The tiles of such a block.</summary>
    public int TilesOfPiece { get; }

    /// <summary>The strips of a block.</summary>
    public int StripsOfBlock { get; }

    public int Blocks { get; }

    public int ColumnBlock { get; }

    public int ColumnPieces { get; }

    public int Chunks => checked(Blocks * PiecesOfStrip * ColumnPieces);

    /// <summary>Whether there is enough work to wake sleeping threads for.</summary>
    public bool Wakes { get; }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Tiles.Count == 0 || Columns == 0;

    /// <summary>Whether products take the place of tiles that are done with.</summary>
    public bool IsInPlace { get; }

    /// <summary>The distance between tiles at a point. All strides and offsets count elements.</summary>
    public nint SourceStride { get; }

    /// <summary>The distance between points of tiles.</summary>
    public nint SourcePlane { get; }

    /// <summary>Where tiles begin in a worker's scratch memory.</summary>
    public nint SourceOffset { get; }

    /// <summary>The distance between products at a point.</summary>
    public nint ProductStride { get; }

    /// <summary>The distance between points of products.</summary>
    public nint ProductPlane { get; }

    /// <summary>Where products begin in a worker's scratch memory.</summary>
    public nint ProductOffset { get; }

    /// <summary>How many columns of a block are finished at a time.</summary>
    public int FinishedColumns { get; }

    /// <summary>The distance between rows of a block of the result in scratch memory.</summary>
    public nint BlockStride { get; }

    /// <summary>Where the block of the result begins in a worker's scratch memory.</summary>
    public nint BlockOffset { get; }

    /// <summary>Where the scratch memory of transforms begins in a worker's.</summary>
    public nint TransformOffset { get; }

    /// <summary>The bytes of scratch memory of a worker.</summary>
    public long ScratchStride { get; }

    private static nint OddPlane(nint elements)
    {
        nint lines = (elements + LineElements - 1) / LineElements;
        return (lines | 1) * LineElements;
    }
}
