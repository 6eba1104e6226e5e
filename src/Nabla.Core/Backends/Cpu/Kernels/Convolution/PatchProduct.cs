using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// A convolution, or its input gradient where the stride is one, as a product of patches and kernel: any window,
/// dilation, padding and grouping.
/// </summary>
/// <remarks>
/// Each chunk gathers a block of patches for each block of the depth, and multiplies it with all the filters while it
/// is in the second-level cache. An element of the result is one chain of fused multiply-adds within a depth block;
/// blocks are added in order.
/// </remarks>
internal sealed unsafe class PatchProduct<T> : ConvAlgorithm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Where few blocks of patches use the kernel, writing all panels and reading them again takes longer than to
    // multiply with them: each chunk packs for itself. For very few patches no packing pays.
    private const int MostPiecesForLocal = 2;

    private readonly WorkerTeam _team;
    private readonly PatchProductPlan _plan;
    private readonly KernelPanels<T>? _panels;
    private readonly bool _isFrozen;
    private readonly bool _sharesPanels;
    private readonly long _scratchStride;
    private readonly MultiplyBlocks _multiply;

    /// <summary>Plans a convolution.</summary>
    /// <param name="grid">The patches.</param>
    /// <param name="window">The window.</param>
    /// <param name="columns">The columns of the result, in one group.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="isTurned">Whether the kernel is turned, for the input gradient.</param>
    /// <param name="isFrozen">Whether the kernel never changes.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public PatchProduct(
        PatchGrid grid, SlidingWindow window, int columns, int groups, bool isTurned, bool isFrozen,
        WorkerTeam team, BlockEpilogue? epilogue)
    {
        _team = team;
        _plan = new PatchProductPlan(grid.Rows, grid.Depth, columns, groups, sizeof(T), epilogue is not null);
        bool packs = isTurned
            || (columns > Packing<T>.PanelColumns && (isFrozen || grid.Rows >= MatrixProductPlan.FewestRowsToPack));
        _sharesPanels = packs && (isFrozen || _plan.RowPieces > MostPiecesForLocal);
        _isFrozen = isFrozen && packs;
        _panels = packs ? new KernelPanels<T>(_plan, grid, window, isTurned) : null;
        long local = packs && !_sharesPanels ? PatchBlock<T>.LocalBytes(_plan.DepthBlock) : 0;
        _scratchStride = _plan.ScratchStride + local;
        _multiply = new MultiplyBlocks(_plan, grid, _panels, _sharesPanels, _scratchStride, epilogue);
    }

    public override string Name => "patches";

    public override long WorkspaceBytes => PackedBytes + (_scratchStride * _team.Size);

    public override PreparedForm? Form => _isFrozen ? _panels!.Form : null;

    private long PackedBytes => _sharesPanels && !_isFrozen ? _panels!.Bytes : 0;

    public override void Prepare(T* b, byte* prepared)
    {
        RunFrame frame = default;
        frame.B = (byte*)b;
        frame.PackedRight = prepared;
        _team.Run(_panels!, (nint*)&frame, _panels!.Chunks, _plan.Wakes);
    }

    public override void Run(nint* slots, T* a, T* b, T* c, byte* workspace)
    {
        if (_plan.IsEmpty)
        {
            return;
        }

        RunFrame frame;
        frame.Slots = slots;
        frame.A = (byte*)a;
        frame.B = (byte*)b;
        frame.C = (byte*)c;
        frame.PackedRight = _isFrozen ? (byte*)b : workspace;
        frame.Partial = null;
        frame.Scratch = workspace + PackedBytes;
        if (_sharesPanels && !_isFrozen)
        {
            _team.Run(_panels!, (nint*)&frame, _panels!.Chunks, _plan.Wakes);
        }

        _team.Run(_multiply, (nint*)&frame, _plan.Chunks, _plan.Wakes);
    }

    private sealed class MultiplyBlocks(
        PatchProductPlan plan, PatchGrid grid, KernelPanels<T>? panels, bool sharesPanels, long scratchStride,
        BlockEpilogue? epilogue) : ParallelWork
    {
        private readonly KernelSet<T> _kernels = KernelSet<T>.Best;
        private readonly PatchGather<T> _gather = new(grid);
        private readonly PatchRun[][] _runs = [.. Enumerable.Range(0, plan.DepthBlocks).Select(block => grid.Runs(
            block * plan.DepthBlock, Math.Min((block + 1) * plan.DepthBlock, plan.Depth)))];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var run = (RunFrame*)slots;
            (int rest, int rowPiece) = Math.DivRem(chunk, plan.RowPieces);
            (int group, int columnPiece) = Math.DivRem(rest, plan.ColumnPieces);
            long row = (long)rowPiece * plan.RowBlock;
            int column = columnPiece * plan.ColumnBlock;
            int rows = (int)Math.Min(plan.RowBlock, plan.Rows - row);
            int columns = Math.Min(plan.ColumnBlock, plan.Columns - column);
            int resultColumns = plan.Columns * plan.Groups, resultColumn = (group * plan.Columns) + column;

            byte* scratch = run->Scratch + (worker * scratchStride);
            bool inScratch = run->C == null;
            nint stride = inScratch ? plan.BlockStride : resultColumns;
            T* block = inScratch
                ? (T*)(scratch + plan.BlockOffset)
                : (T*)run->C + (row * resultColumns) + resultColumn;
            Multiply(run, (T*)scratch, group, row, rows, column, columns, block, stride);
            epilogue?.Apply(run->Slots, (byte*)block, stride, row, resultColumn, rows, columns, worker);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(
            RunFrame* run, T* patches, int group, long row, int rows, int column, int columns, T* block, nint stride)
        {
            if (plan.Depth == 0)
            {
                for (int i = 0; i < rows; i++)
                {
                    new Span<T>(block + (i * stride), columns).Clear();
                }

                return;
            }

            T* source = (T*)run->A + ((nint)group * grid.Channels);
            nint filters = (nint)plan.Columns * plan.Groups;
            TileFrame tile = default;
            tile.ARow = plan.PatchStride;
            tile.ADepth = 1;
            tile.BDepth = panels is null ? filters : Packing<T>.PanelColumns;
            tile.CRow = stride;
            for (int index = 0; index < plan.DepthBlocks; index++)
            {
                int depth = index * plan.DepthBlock;
                int count = Math.Min(plan.DepthBlock, plan.Depth - depth);
                tile.Depth = count;
                _gather.Rows(source, row, rows, _runs[index], patches, plan.PatchStride);
                if (panels is null)
                {
                    T* kernel = (T*)run->B + (depth * filters) + ((nint)group * plan.Columns) + column;
                    _kernels.MultiplyTiles(patches, kernel, block, rows, columns, &tile);
                }
                else if (!sharesPanels)
                {
                    T* local = (T*)((byte*)patches + plan.ScratchStride);
                    PatchBlock<T>.PackAndMultiply(
                        _kernels, panels, (T*)run->B, patches, local, group, depth, rows, column, columns, block,
                        &tile);
                }
                else
                {
                    T* first = panels.Block((T*)run->PackedRight, group, depth, count, out nint panelStride);
                    first += column / Packing<T>.PanelColumns * panelStride;
                    PatchBlock<T>.MultiplyPanels(
                        _kernels, patches, first, panelStride, block, rows, columns, &tile);
                }

                tile.Adds = true;
            }
        }
    }
}
