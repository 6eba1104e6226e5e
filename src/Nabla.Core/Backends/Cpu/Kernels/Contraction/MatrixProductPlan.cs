namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// How one product is computed: which kernels, in which blocks, cut into which chunks. A function of the shape alone,
/// except for what is packed, which depends on the width of vectors as well.
/// </summary>
/// <remarks>
/// <see cref="Kind"/>, <see cref="DepthBlock"/> and <see cref="Groups"/> decide the order of the sums and so the bits.
/// All the rest decides speed only.
/// </remarks>
internal sealed class MatrixProductPlan
{
    /// <summary>With fewer rows, packing what they are multiplied with does not pay.</summary>
    public const int FewestRowsToPack = 24;

    /// <summary>So many chunks keep the threads of a small machine evenly busy.</summary>
    public const int FewChunks = 8;

    // 384 deep, a panel of B takes 48 KiB. Measured on a first-level cache of that size, 256 is slower by 2% (more
    // adding to C) and 512 no faster. A dot product has no panel, and folding its lanes costs as much as 16 steps, so
    // its blocks are long.
    private const int TileDepth = 384;
    private const int StripDepth = 128;
    private const int DotDepth = 4096;

    // A row by a wide B is bound by memory: few rows of B at a time, swept from end to end, are streams that the
    // processor foresees. Blocks of 32 are 15% faster than of 384 there.
    private const int WideRow = 256;
    private const int WideRowDepth = 32;

    // Costs are in multiply-adds of a vector unit, doubled; a byte that may come from memory costs about four of them.
    private const long CostOfByte = 4;
    private const long CostOfChunk = 2_000_000;
    private const long CostOfSmallChunk = 350_000;
    private const int MostSmallChunks = 2;
    private const long CostWorthWaking = 6_000_000;
    private const int MostChunks = 48;

    // Four panels by 192 rows keep a block of C and what it is made of in the second-level cache; a block that an
    // epilogue reads again is to be nearer still.
    private const int MostRows = 192;

    // Rows that fall on the same sets of the second-level cache crowd each other out: half as many are 2 to 5% faster
    // at n = 512, and far steadier at 1024 when neighbours are busy in the third-level cache.
    private const int MostAliasingRows = 96;

    // Where A is transposed, both operands are packed: blocks of 256 by 256 and 128 deep read rows of 1 KiB one after
    // the other and stay in the second-level cache. Fewer rows or columns would not pay for the packing.
    private const int MostInStrips = 256;
    private const int FewestColumnsForStrips = 48;

    // Wider blocks of shallow products write whole rows of C, and still leave room in the second-level cache.
    private const int MostPanels = 4;
    private const int MostPanelsOfShallow = 8;
    private const int ShallowDepth = 128;
    private const int WideBytes = 128;
    private const int MostRowColumns = 4096;
    private const long EpilogueBytes = 128 << 10;

    // Fewer rows by a block of B that comes from afar would read it more often than they gain.
    private const long NearBytes = 128 << 10;

    // Rows that the processor meets one after the other within a few lines it foresees.
    private const int FewestDepthsToFetch = 64;
    private const long FarBytes = 4 << 20;

    private const int MostGroups = 64;
    private const long GroupDepth = 1024;
    private const long MostPartialSums = 1 << 20;

    public MatrixProductPlan(MatrixProductShape shape, int elementBytes, bool hasEpilogue, MatrixProductChoices choices)
    {
        M = shape.M;
        N = shape.N;
        K = shape.K;
        ARow = shape.Left.Row;
        ADepth = shape.Left.Column;
        BDepth = shape.Right.Row;
        BColumn = shape.Right.Column;
        Batch = BatchDimensions.From(shape);
        RowsOfCaller = M;
        IsEmpty = M == 0 || N == 0 || Batch.Count == 0;

        FoldBatchIntoRows();
        if (N == 1 && M > 1)
        {
            IsColumn = true;
            (M, N) = (N, M);
            (ARow, ADepth, BDepth, BColumn) = (BColumn, BDepth, ADepth, ARow);
            Batch = Batch.Swapped();
        }

        if (N == 1)
        {
            BColumn = 1;
        }

        // What is wide is said in columns, whatever the vectors are: the same blocks on every width.
        int panel = WideBytes / elementBytes;
        Kind = M > 1 ? ContractionKind.Tiles
            : N == 1 && ADepth == 1 && BDepth == 1 ? ContractionKind.SingleDot
            : N == 1 || BColumn == 1 || BDepth != 1 ? ContractionKind.Row
            : ContractionKind.Dots;

        bool isTransposed = Kind == ContractionKind.Tiles && ARow == 1 && ADepth > 1
            && M >= FewestRowsToPack && N >= FewestColumnsForStrips;
        int depthLimit = Kind switch
        {
            ContractionKind.Dots or ContractionKind.SingleDot => DotDepth,
            ContractionKind.Row when N >= WideRow => WideRowDepth,
            _ => isTransposed ? StripDepth : TileDepth,
        };
        long blocks = Math.Max(1, Rounding.DivideUp(K, depthLimit));
        DepthBlock = (int)Math.Max(8, Rounding.Up(Rounding.DivideUp(K, blocks), 8));
        DepthBlocks = (int)Rounding.DivideUp(K, DepthBlock);

        long outputs = Math.Max(1, M * N * Batch.Count);
        long bytes = ((M * K) + (K * N)) * Batch.Count * elementBytes;
        Cost = (2 * outputs * K) + (CostOfByte * (bytes + (outputs * elementBytes)));
        Groups = (int)Math.Clamp(
            Math.Min(Math.Min(Rounding.DivideUp(K, GroupDepth), MostPartialSums / outputs), Cost / CostOfChunk),
            1,
            MostGroups);
        GroupBlocks = Math.Max(1, (int)Rounding.DivideUp(DepthBlocks, Groups));
        Groups = Math.Max(1, (int)Rounding.DivideUp(DepthBlocks, GroupBlocks));

        PacksLeft = choices.PackLeft is { } packs
            ? packs && Kind == ContractionKind.Tiles && ARow == 1 && ADepth > 1
            : isTransposed;
        bool leavesCache = N > 2 * panel
            && (K * N * elementBytes > 3 << 20 || Packing<byte>.CrowdsNearestCache(BDepth * elementBytes));
        PacksRight = Kind is ContractionKind.Tiles or ContractionKind.Row
            && (BColumn != 1
                || (Kind == ContractionKind.Tiles
                    && (choices.PackRight ?? (PacksLeft || (leavesCache && M >= FewestRowsToPack)))));
        IsRightPrepared = choices.IsRightFrozen && Kind is ContractionKind.Tiles or ContractionKind.Row
            && !IsColumn && Batch.Rank == 0 && !IsEmpty && K > 0 && (N > panel || BColumn != 1);
        PacksRight |= IsRightPrepared;
        FetchesRows = Kind == ContractionKind.Tiles && ADepth == 1 && DepthBlock >= FewestDepthsToFetch
            && M * K * elementBytes > (N <= 2 * panel ? NearBytes : FarBytes) && !IsWholePages(ARow * elementBytes);
        GathersLeft = Kind == ContractionKind.Dots && ADepth != 1;

        PlanBlocks(panel, elementBytes, hasEpilogue, choices);

        // Strips belong to deep products, whose packed B would leave the caches: each chunk packs a block for itself.
        SharesPackedRight = IsRightPrepared || (PacksRight && RowPieces > 1 && !PacksLeft);
    }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether the caller's matrices have one column, so that rows and columns are exchanged here.</summary>
    public bool IsColumn { get; }

    /// <summary>The caller's number of rows, before batches were folded in.</summary>
    public long RowsOfCaller { get; }

    public long M { get; private set; }

    public long N { get; }

    public long K { get; }

    public long ARow { get; private set; }

    public long ADepth { get; }

    public long BDepth { get; }

    public long BColumn { get; }

    public BatchDimensions Batch { get; private set; }

    public ContractionKind Kind { get; }

    /// <summary>The depth of all blocks but the last.</summary>
    public int DepthBlock { get; }

    public int DepthBlocks { get; }

    /// <summary>The number of parts of the depth that are summed apart and added in a tree.</summary>
    public int Groups { get; }

    /// <summary>The number of depth blocks of all groups but the last.</summary>
    public int GroupBlocks { get; }

    public bool PacksRight { get; }

    /// <summary>Whether B comes packed already.</summary>
    public bool IsRightPrepared { get; }

    /// <summary>Whether B is packed once for all chunks instead of by each for itself.</summary>
    public bool SharesPackedRight { get; }

    /// <summary>Whether A, whose rows lie side by side, is packed into strips: by each chunk for itself.</summary>
    public bool PacksLeft { get; }

    /// <summary>Whether the rows of A that follow are fetched: they come from afar, or for few columns.</summary>
    public bool FetchesRows { get; }

    /// <summary>Whether the row of A is copied side by side before it is used.</summary>
    public bool GathersLeft { get; }

    public int RowBlock { get; private set; }

    public int RowPieces { get; private set; }

    public int ColumnBlock { get; private set; }

    public int ColumnPieces { get; private set; }

    /// <summary>The number of matrices that one chunk computes.</summary>
    public int BatchBlock { get; private set; }

    public int BatchPieces { get; private set; }

    public int Chunks => checked(RowPieces * ColumnPieces * BatchPieces * Groups);

    public long Cost { get; }

    /// <summary>Whether there is enough work to wake sleeping threads for.</summary>
    public bool Wakes => Cost >= CostWorthWaking;

    // Rows so far apart fall on the same sets of a cache and on a page each.
    private static bool IsWholePages(long stride)
    {
        return stride != 0 && stride % 4096 == 0;
    }

    // [batch, m, k] by [k, n] is one product of batch · m rows when the rows go on evenly from matrix to matrix.
    private void FoldBatchIntoRows()
    {
        while (Batch.Rank > 0 && Batch.InnerRight == 0 && (M == 1 || Batch.InnerLeft == M * ARow))
        {
            if (M == 1)
            {
                ARow = Batch.InnerLeft;
            }

            M *= Batch.InnerExtent;
            Batch = Batch.WithoutInner();
        }
    }

    private void PlanBlocks(int panel, int elementBytes, bool hasEpilogue, MatrixProductChoices choices)
    {
        bool small = Cost < CostOfChunk;
        int mostColumns = choices.ColumnBlock
            ?? (PacksLeft ? MostInStrips
                : small ? int.MaxValue
                : Kind == ContractionKind.Tiles ? (K <= ShallowDepth ? MostPanelsOfShallow : MostPanels) * panel
                : MostRowColumns);
        int mostRows = choices.RowBlock
            ?? (PacksLeft ? MostInStrips
                : small ? int.MaxValue
                : IsWholePages(ARow * elementBytes) ? MostAliasingRows
                : MostRows);
        if (hasEpilogue)
        {
            long elements = EpilogueBytes * panel / WideBytes;
            mostRows = (int)Math.Clamp(elements / Math.Clamp(N, 1, mostColumns), Math.Min(24, mostRows), mostRows);
        }

        long rowPieces = Math.Max(1, Rounding.DivideUp(M, mostRows));
        long columnPieces = Math.Max(1, Rounding.DivideUp(N, mostColumns));

        // A small product is halved too, for workers that are awake anyway; shorter blocks would lose speed.
        long wanted = Math.Clamp(
            Math.Max(Cost / CostOfChunk, Math.Min(Cost / CostOfSmallChunk, MostSmallChunks)), 1, MostChunks);
        if (PacksLeft)
        {
            wanted = Math.Min(wanted, FewChunks);
        }

        while (choices.RowBlock is null && rowPieces * columnPieces * Batch.Count * Groups < wanted)
        {
            long rows = M / rowPieces;
            long columns = N / columnPieces;
            if (rows >= 128)
            {
                rowPieces++;
            }
            else if (columns >= (Kind == ContractionKind.Row ? 4 * WideRow : 4 * panel))
            {
                columnPieces++;
            }
            else if (rows >= 24
                && (K * columns * elementBytes <= NearBytes
                    || rowPieces * columnPieces * Batch.Count * Groups < FewChunks))
            {
                rowPieces++;
            }
            else
            {
                break;
            }
        }

        RowBlock = (int)Math.Max(1, Rounding.Up(Rounding.DivideUp(M, rowPieces), M > 4 ? 4 : 1));
        RowPieces = (int)Rounding.DivideUp(M, RowBlock);
        ColumnBlock = (int)Math.Max(1, columnPieces == 1 ? N : Rounding.Up(Rounding.DivideUp(N, columnPieces), panel));
        ColumnPieces = (int)Rounding.DivideUp(N, ColumnBlock);

        long batchBlock = 1;
        if (RowPieces * ColumnPieces == 1 && Groups == 1)
        {
            batchBlock = Math.Max(1, Batch.Count / wanted);
            if (hasEpilogue)
            {
                batchBlock = Math.Min(batchBlock, Math.Max(1, mostRows / Math.Max(1, M)));
            }
        }

        BatchBlock = (int)Math.Min(batchBlock, int.MaxValue);
        BatchPieces = (int)Rounding.DivideUp(Batch.Count, BatchBlock);
    }
}
