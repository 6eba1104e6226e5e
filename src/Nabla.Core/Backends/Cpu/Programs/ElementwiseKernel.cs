using System.Runtime.Intrinsics.X86;
using Nabla.Backends.Cpu.Kernels;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Runs a fused program over an iteration space, on the caller's thread or shared out to the team.</summary>
internal sealed unsafe class ElementwiseKernel : Kernel
{
    private const int TransposedRows = 64;

    private readonly ProgramTiles _tiles;
    private readonly WorkerTeam _team;
    private readonly Chunks? _chunks;
    private readonly bool _wakes;
    private readonly bool _isEmpty;

    public ElementwiseKernel(ElementwisePlan plan, CpuKernelTable table, WorkerTeam team)
    {
        _team = team;
        TileBinding[] bindings = TileBindings.Of(plan, table);
        LoopNest nest = LoopNest.Of(
            plan.Shape, [.. bindings.Select(binding => TileBindings.StridesOf(binding, plan.Shape))]).AtLeast(2);
        _isEmpty = plan.Shape.ElementCount == 0;
        WorkEstimate estimate = WorkEstimate.Of(plan.Program, nest.ElementCount, table.Elementwise);
        _tiles = new ProgramTiles(plan.Program, nest, bindings, table.Elementwise, Streams(plan, nest));
        if (estimate.IsShared && !_isEmpty)
        {
            _chunks = new Chunks(_tiles, estimate.ElementsOfChunk);
            _wakes = estimate.Wakes;
        }
    }

    public override void Run(nint* slots)
    {
        _tiles.Begin();
        if (_chunks is { } chunks)
        {
            _team.Run(chunks, slots, chunks.Count, _wakes);
        }
        else if (!_isEmpty)
        {
            for (long outer = 0; outer < _tiles.OuterCount; outer++)
            {
                _tiles.Run(slots, outer, 0, 0, (nint)_tiles.Rows, (nint)_tiles.Columns);
            }
        }
    }

    /// <summary>
    /// Large results that nothing will find in a cache again are written past it, which saves reading their lines
    /// first.
    /// </summary>
    private static bool Streams(ElementwisePlan plan, LoopNest nest)
    {
        const long StreamedBytes = 32 << 20;
        return plan.Outputs.Sum(output => output.Layout.Shape.ElementCount * output.DType.Size) >= StreamedBytes
            && !plan.Outputs.Any(output => plan.Inputs.Any(input => input.Slot == output.Slot))
            && plan.Outputs.All(output =>
                nest.Extents[^2] == 1 || nest.Extents[^1] * output.DType.Size % CacheLine.Bytes == 0);
    }

    /// <summary>The iteration space cut into rectangles, several of them to a chunk where they are small.</summary>
    private sealed class Chunks : ParallelWork
    {
        private readonly ProgramTiles _tiles;
        private readonly long _rows;
        private readonly long _columns;
        private readonly long _rowBlocks;
        private readonly long _columnBlocks;
        private readonly long _blocks;
        private readonly long _blocksOfChunk;

        public Chunks(ProgramTiles tiles, long elementsOfChunk)
        {
            _tiles = tiles;
            long rowsWanted = tiles.Transposes ? TransposedRows : 1;
            _columns = Math.Min(tiles.Columns, Math.Max(elementsOfChunk / Math.Min(rowsWanted, tiles.Rows), 1));
            _rows = Math.Clamp(elementsOfChunk / _columns, 1, tiles.Rows);
            _rowBlocks = Rounding.DivideUp(tiles.Rows, _rows);
            _columnBlocks = Rounding.DivideUp(tiles.Columns, _columns);
            _blocks = _rowBlocks * _columnBlocks * tiles.OuterCount;
            _blocksOfChunk = Math.Max(elementsOfChunk / (_rows * _columns), 1);
            Count = checked((int)Rounding.DivideUp(_blocks, _blocksOfChunk));
        }

        public int Count { get; }

        public override void Run(nint* slots, int chunk, int worker)
        {
            long end = Math.Min(_blocks, (chunk + 1) * _blocksOfChunk);
            for (long block = chunk * _blocksOfChunk; block < end; block++)
            {
                (long rest, long columnBlock) = Math.DivRem(block, _columnBlocks);
                (long outer, long rowBlock) = Math.DivRem(rest, _rowBlocks);
                long row = rowBlock * _rows, column = columnBlock * _columns;
                nint rows = (nint)Math.Min(_rows, _tiles.Rows - row);
                nint columns = (nint)Math.Min(_columns, _tiles.Columns - column);
                _tiles.Run(slots, outer, row, column, rows, columns);
            }

            // Streaming stores are ordered by nothing else; the next step may read them on another thread.
            if (Sse.IsSupported)
            {
                Sse.StoreFence();
            }
        }

    }
}
