using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>How the product of patches and kernel is cut into blocks. A function of shapes alone.</summary>
/// <remarks><see cref="DepthBlock"/> decides the order of the sums and so the bits; the rest decides speed.</remarks>
internal sealed class PatchProductPlan
{
    // A block of patches of 96 by 384 takes 144 KiB of a second-level cache, and is a multiple of all tile heights.
    private const int MostDepth = 384;
    private const int MostRows = 96;
    private const int BlockElements = MostRows * MostDepth;
    private const int ResultElements = 64 << 10;
    private const int TileRows = 12;

    // Each chunk gathers its patches again for its columns, and reads the kernel again for its rows: fewer of either
    // cost more than an even share gains, but for products so small that some threads would have nothing.
    private const double WorkOfChunk = 8e6;
    private const double WorkWorthWaking = 3e6;
    private const int MostChunks = 32;
    private const int WideColumns = 128;

    /// <summary>Plans a product.</summary>
    /// <param name="rows">The number of patches of all images.</param>
    /// <param name="depth">The number of elements of a patch.</param>
    /// <param name="columns">The number of columns of the kernel's matrix, in one group.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="elementBytes">Bytes of an element.</param>
    /// <param name="hasEpilogue">Whether blocks go to an epilogue instead of the result.</param>
    public PatchProductPlan(long rows, int depth, int columns, int groups, int elementBytes, bool hasEpilogue)
    {
        (Rows, Depth, Columns, Groups) = (rows, depth, columns, groups);
        int blocks = Math.Max(1, (int)Rounding.DivideUp(depth, MostDepth));
        DepthBlock = (int)Math.Max(8, Rounding.Up(Rounding.DivideUp(depth, blocks), 8));
        DepthBlocks = (int)Rounding.DivideUp(depth, DepthBlock);

        int mostRows = Math.Clamp(BlockElements / DepthBlock, MostRows, 4 * MostRows);
        if (hasEpilogue)
        {
            mostRows = Math.Clamp(ResultElements / Math.Max(columns, 1), Math.Min(MostRows / 2, mostRows), mostRows);
        }

        double work = Work = (double)rows * depth * columns * groups;
        int wanted = (int)Math.Clamp(work / WorkOfChunk, 1, MostChunks);
        int panel = Packing<byte>.PanelBytes / elementBytes;
        long rowPieces = Math.Max(1, Rounding.DivideUp(rows, mostRows));
        long columnPieces = 1;
        while (rowPieces * columnPieces * groups < wanted && columns / (columnPieces + 1) >= WideColumns)
        {
            columnPieces++;
        }

        while (rowPieces * columnPieces * groups < Math.Min(wanted, MatrixProductPlan.FewChunks))
        {
            // A block that is wider than it is tall reads more of the kernel than of patches.
            bool isWide = columns / (columnPieces + 1) >= Math.Max(rows / rowPieces, WideColumns / 2);
            if (!isWide && rows / (rowPieces + 1) >= 2 * TileRows)
            {
                rowPieces++;
            }
            else if (columns / (columnPieces + 1) >= WideColumns / 4)
            {
                columnPieces++;
            }
            else
            {
                break;
            }
        }

        RowBlock = (int)Math.Max(1, Rounding.Up(Rounding.DivideUp(rows, rowPieces), TileRows));
        RowPieces = (int)Rounding.DivideUp(rows, RowBlock);
        ColumnBlock = (int)Math.Max(
            1,
            columnPieces == 1
                ? columns
                : Rounding.Up(Rounding.DivideUp(columns, columnPieces), panel));
        ColumnPieces = Math.Max(1, (int)Rounding.DivideUp(columns, ColumnBlock));
        Wakes = IsWorthWaking(work);

        // An odd number of lines between rows keeps them off each other's cache sets.
        PatchStride = OddLines(DepthBlock, elementBytes);
        BlockStride = columns * groups == 1 ? 1 : OddLines(ColumnBlock, elementBytes);
        BlockOffset = Rounding.Up((long)PatchStride * RowBlock * elementBytes, CacheLine.Bytes);
        long block = hasEpilogue ? Rounding.Up((long)BlockStride * RowBlock * elementBytes, CacheLine.Bytes) : 0;
        ScratchStride = BlockOffset + block + (4 * CacheLine.Bytes);
    }

    public long Rows { get; }

    public int Depth { get; }

    public int Columns { get; }

    public int Groups { get; }

    /// <summary>The depth of all blocks but the last.</summary>
    public int DepthBlock { get; }

    public int DepthBlocks { get; }

    public int RowBlock { get; }

    public int RowPieces { get; }

    public int ColumnBlock { get; }

    public int ColumnPieces { get; }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Rows == 0 || Columns == 0;

    public int Chunks => checked(RowPieces * ColumnPieces * Groups);

    /// <summary>Whether there is enough work to wake sleeping threads for.</summary>
    public bool Wakes { get; }

    /// <summary>The distance between gathered patches, in elements.</summary>
    public int PatchStride { get; }

    /// <summary>The distance between rows of a block of the result in scratch memory, in elements.</summary>
    public int BlockStride { get; }

    /// <summary>Where the block of the result begins in a worker's scratch memory, in bytes.</summary>
    public long BlockOffset { get; }

    /// <summary>The bytes of scratch memory of a worker.</summary>
    public long ScratchStride { get; }

    /// <summary>The number of multiply-adds.</summary>
    public double Work { get; }

    /// <summary>Whether so many multiply-adds are worth waking sleeping threads for.</summary>
    public static bool IsWorthWaking(double work) => work >= WorkWorthWaking;

    public static int OddLines(long elements, int elementBytes)
    {
        long lines = Rounding.DivideUp(elements * elementBytes, CacheLine.Bytes);
        return (int)((lines > 4 && lines % 2 == 0 ? lines + 1 : lines) * CacheLine.Bytes / elementBytes);
    }
}
