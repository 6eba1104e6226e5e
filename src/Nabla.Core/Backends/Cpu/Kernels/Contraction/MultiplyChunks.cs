using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>The main phase of a product: each chunk computes one block of C, or several small matrices whole.</summary>
/// <remarks>
/// Everything on the way to a kernel is compiled with full optimization at once: a program may run a product a few
/// dozen times in all, and the first tier would take ten times as long as a small one.
/// </remarks>
internal sealed unsafe class MultiplyChunks<T>(
    MatrixProductPlan plan, MatrixProductMemory memory, KernelSet<T> kernels, BlockEpilogue? epilogue) : ParallelWork
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A transposed A is a new line at every step, too far apart for the processor to foresee: fetching it this many
    // steps ahead takes a weight gradient over 60,000 samples from 0.30 to 0.47 of peak.
    private const int DepthAhead = 64;

    private readonly PackedBlock<T> _packed = new(plan, memory, kernels);
    private readonly int _panel = Packing<T>.PanelColumns;
    private readonly long _packedColumns = Rounding.Up(plan.N, Packing<T>.PanelColumns);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        long index = chunk;
        long rowPiece = 0, columnPiece = 0, group = 0;
        if (plan.Chunks > 1)
        {
            (index, rowPiece) = Math.DivRem(index, plan.RowPieces);
            (index, columnPiece) = Math.DivRem(index, plan.ColumnPieces);
            (index, group) = Math.DivRem(index, plan.Groups);
        }

        long row = rowPiece * plan.RowBlock;
        long column = columnPiece * plan.ColumnBlock;
        int rows = (int)Math.Min(plan.RowBlock, plan.M - row);
        int columns = (int)Math.Min(plan.ColumnBlock, plan.N - column);
        long batch = index * plan.BatchBlock;
        long batches = Math.Min(plan.BatchBlock, plan.Batch.Count - batch);
        byte* scratch = run->Scratch + (worker * memory.ScratchStride);

        bool inScratch = run->C == null && plan.Groups == 1;
        long stride = inScratch ? memory.BlockStride : plan.N;
        T* first = inScratch ? (T*)(scratch + memory.LocalBlock)
            : plan.Groups > 1
                ? (T*)run->Partial + (((group * plan.Batch.Count) + batch) * plan.M * plan.N) + (row * plan.N) + column
            : (T*)run->C + (batch * plan.M * plan.N) + (row * plan.N) + column;
        T* block = first;
        for (long item = 0; item < batches; item++)
        {
            Multiply(run, scratch, batch + item, (int)group, row, rows, column, columns, block, stride);
            block += (inScratch ? rows : plan.M) * stride;
        }

        if (epilogue is not null && plan.Groups == 1)
        {
            Apply(run->Slots, first, stride, (batch * plan.M) + row, column, (int)(rows * batches), columns, worker);
        }
    }

    private void Apply(nint* slots, T* block, long stride, long row, long column, int rows, int columns, int worker)
    {
        if (plan.IsColumn)
        {
            // The row here is the batch, the column the caller's row.
            long callerRow = (row * plan.N) + column;
            if (rows == 1 || stride == columns)
            {
                epilogue!.Apply(slots, (byte*)block, 1, callerRow, 0, rows * columns, 1, worker);
                return;
            }

            for (int i = 0; i < rows; i++)
            {
                epilogue!.Apply(
                    slots, (byte*)(block + (i * stride)), 1, callerRow + (i * plan.N), 0, columns, 1, worker);
            }
        }
        else
        {
            epilogue!.Apply(slots, (byte*)block, stride, row, column, rows, columns, worker);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(
        RunFrame* run,
        byte* scratch,
        long batch,
        int group,
        long row,
        int rows,
        long column,
        int columns,
        T* block,
        long stride)
    {
        if (plan.K == 0)
        {
            for (int i = 0; i < rows; i++)
            {
                new Span<T>(block + (i * stride), columns).Clear();
            }

            return;
        }

        long leftOffset = 0, rightOffset = 0;
        if (plan.Batch.Rank > 0)
        {
            plan.Batch.Offsets(batch, out leftOffset, out rightOffset);
        }

        T* left = (T*)run->A + leftOffset + (row * plan.ARow);
        T* right = (T*)run->B + rightOffset + (column * plan.BColumn);
        T* packed = (T*)run->PackedRight + (batch * plan.K * _packedColumns);

        TileFrame tile;
        tile.ARow = (nint)plan.ARow;
        tile.ADepth = (nint)plan.ADepth;
        tile.BDepth = plan.PacksRight ? _panel : (nint)plan.BDepth;
        tile.BColumn = (nint)plan.BColumn;
        tile.CRow = (nint)stride;
        tile.AAhead = plan.ADepth != 1 && plan.K >= 4 * DepthAhead ? DepthAhead * tile.ADepth
            : plan.FetchesRows ? kernels.TileRows * tile.ARow : 0;
        tile.Adds = false;

        long depth = (long)group * plan.GroupBlocks * plan.DepthBlock;
        long end = Math.Min(plan.K, (long)(group + 1) * plan.GroupBlocks * plan.DepthBlock);
        if (plan.Kind == ContractionKind.Tiles && (plan.PacksLeft || plan.PacksRight))
        {
            _packed.Multiply(left, right, packed, scratch, depth, end, rows, column, columns, block, &tile);
            return;
        }

        for (; depth < end; depth += plan.DepthBlock)
        {
            tile.Depth = (nint)Math.Min(plan.DepthBlock, end - depth);
            T* a = left + (depth * plan.ADepth);
            if (plan.GathersLeft)
            {
                Packing<T>.Gather(a, tile.ADepth, tile.Depth, (T*)scratch);
                a = (T*)scratch;
            }

            if (!plan.PacksRight)
            {
                MultiplyDirect(a, right + (depth * plan.BDepth), block, rows, columns, &tile);
            }
            else
            {
                for (int j = 0; j < columns; j += _panel)
                {
                    int width = Math.Min(_panel, columns - j);
                    T* panel;
                    if (plan.SharesPackedRight)
                    {
                        panel = packed + (depth * _packedColumns) + ((column + j) * tile.Depth);
                    }
                    else
                    {
                        panel = (T*)(scratch + memory.LocalPanel);
                        Packing<T>.PackPanel(
                            right + (depth * plan.BDepth) + (j * plan.BColumn),
                            (nint)plan.BDepth,
                            (nint)plan.BColumn,
                            tile.Depth,
                            width,
                            panel);
                    }

                    MultiplyDirect(a, panel, block + j, rows, width, &tile);
                }
            }

            tile.Adds = true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyDirect(T* a, T* b, T* c, int rows, int columns, TileFrame* tile)
    {
        switch (plan.Kind)
        {
            case ContractionKind.Row:
                kernels.Row(a, b, c, tile, columns);
                return;
            case ContractionKind.Dots:
                DotKernel<T>.Run(a, b, c, tile, columns);
                return;
            case ContractionKind.SingleDot:
                DotKernel<T>.RunSingle(a, b, c, tile, columns);
                return;
        }

        kernels.MultiplyTiles(a, b, c, rows, columns, tile);
    }
}
