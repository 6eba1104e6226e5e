using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// A convolution of three by three elements, or its input gradient, by Winograd's F(4×4, 3×3), for kernels so large
/// that at 36 points they would not fit the caches.
/// </summary>
/// <remarks>
/// Where <see cref="WinogradProduct"/> transforms the kernel first and then takes block after block of tiles through
/// it, this transforms the tiles first; then each chunk owns a few columns, and transforms a block of the kernel for
/// them just before it is multiplied, so that the kernel at its points never leaves the second-level cache. Nothing
/// would be gained from a kernel that stays the same: read at its points it is four times as large. An element at a
/// point is one chain of fused multiply-adds within a depth block; blocks are added in order.
/// </remarks>
internal sealed unsafe class WinogradColumns : ConvAlgorithm<float>
{
    private readonly WorkerTeam _team;
    private readonly WinogradColumnsPlan _plan;
    private readonly TransformTiles _transform;
    private readonly MultiplyColumns _multiply;
    private readonly nint _scratchStride;

    /// <summary>Plans a convolution.</summary>
    /// <param name="tiles">The tiles.</param>
    /// <param name="depth">The channels of the source, at least one.</param>
    /// <param name="columns">The channels of the result.</param>
    /// <param name="isTurned">Whether the kernel is turned, for the input gradient.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public WinogradColumns(
        WinogradTiles tiles, int depth, int columns, bool isTurned, WorkerTeam team, BlockEpilogue? epilogue)
    {
        _team = team;
        _plan = new WinogradColumnsPlan(tiles, depth, columns);
        var result = new WinogradResult(_plan.Parts, columns, _plan.ColumnBlock, epilogue);
        _transform = new TransformTiles(_plan, new WinogradSource(tiles, depth));
        _multiply = new MultiplyColumns(_plan, new WinogradTaps(depth, columns, isTurned), result);
        _scratchStride = _plan.BlockOffset + result.BlockElements + 64;
    }

    public override string Name => "Winograd by columns";

    public override long WorkspaceBytes =>
        ((long)_plan.SourceElements + ((long)_scratchStride * _team.Size)) * sizeof(float);

    public override void Run(nint* slots, float* a, float* b, float* c, byte* workspace)
    {
        if (_plan.Parts.Tiles.Count == 0 || _plan.Columns == 0)
        {
            return;
        }

        Frame frame;
        frame.Slots = slots;
        frame.Images = a;
        frame.Kernel = b;
        frame.Result = c;
        frame.Tiles = (float*)workspace;
        frame.Scratch = frame.Tiles + _plan.SourceElements;
        frame.ScratchStride = _scratchStride;
        for (frame.FirstPart = 0; frame.FirstPart < _plan.Parts.Count; frame.FirstPart += _plan.PartsOfSlab)
        {
            int parts = Math.Min(_plan.PartsOfSlab, _plan.Parts.Count - frame.FirstPart);
            _team.Run(_transform, (nint*)&frame, parts * _plan.DepthBlocks, _plan.Wakes);
            _team.Run(_multiply, (nint*)&frame, parts * _plan.ColumnPieces, _plan.Wakes);
        }
    }

    /// <summary>What the chunks of one slab share; it lives on the caller's stack.</summary>
    private struct Frame
    {
        public nint* Slots;
        public float* Images;
        public float* Kernel;
        public float* Result;
        public float* Tiles;
        public float* Scratch;
        public nint ScratchStride;
        public int FirstPart;
    }

    private sealed class TransformTiles(WinogradColumnsPlan plan, WinogradSource source) : ParallelWork
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var frame = (Frame*)slots;
            (int part, int block) = Math.DivRem(chunk, plan.DepthBlocks);
            int depth = block * plan.DepthBlock;
            float* scratch = frame->Scratch + (worker * frame->ScratchStride) + plan.TransformOffset;
            WinogradLoops.Prepare(scratch);
            source.Transform(
                frame->Images + depth, plan.Parts[frame->FirstPart + part],
                Math.Min(plan.DepthBlock, plan.Depth - depth),
                frame->Tiles + plan.SourceOffset(part, block), plan.DepthBlock, plan.SourcePlane, scratch);
        }
    }

    private sealed class MultiplyColumns(WinogradColumnsPlan plan, WinogradTaps taps, WinogradResult result)
        : ParallelWork
    {
        private readonly KernelSet<float> _kernels = KernelSet<float>.Best;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var frame = (Frame*)slots;

            // Neighbouring chunks have the same columns, and find the kernel's elements in the cache.
            int parts = Math.Min(plan.PartsOfSlab, plan.Parts.Count - frame->FirstPart);
            (int columnPiece, int index) = Math.DivRem(chunk, parts);
            int column = columnPiece * plan.ColumnBlock;
            int columns = Math.Min(plan.ColumnBlock, plan.Columns - column);
            WinogradPart part = plan.Parts[frame->FirstPart + index];
            float* scratch = frame->Scratch + (worker * frame->ScratchStride);
            float* transform = scratch + plan.TransformOffset;
            WinogradLoops.Prepare(transform);
            Multiply(frame, part.Tiles, index, column, columns, scratch);
            result.Finish(
                frame->Slots, frame->Result, part, column, columns, scratch + plan.ProductOffset, plan.ColumnBlock,
                plan.ProductPlane, scratch + plan.BlockOffset, transform, worker);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(Frame* frame, int tiles, int part, int column, int columns, float* scratch)
        {
            int width = Packing<float>.PanelColumns;
            TileFrame tile = default;
            tile.ARow = plan.DepthBlock;
            tile.ADepth = 1;
            tile.BDepth = width;
            tile.CRow = plan.ColumnBlock;
            for (int block = 0; block < plan.DepthBlocks; block++)
            {
                int depth = block * plan.DepthBlock;
                int rows = Math.Min(plan.DepthBlock, plan.Depth - depth);
                nint panelStride = (nint)rows * width;
                float* panel = scratch;
                for (int done = 0; done < columns; done += width, panel += panelStride)
                {
                    taps.Transform(
                        frame->Kernel, depth, rows, column + done, panel, plan.KernelPlane,
                        scratch + plan.TransformOffset);
                }

                tile.Depth = rows;
                float* source = frame->Tiles + plan.SourceOffset(part, block);
                for (int point = 0; point < WinogradLoops.Planes; point++)
                {
                    PatchBlock<float>.MultiplyPanels(
                        _kernels, source + (point * plan.SourcePlane), scratch + (point * plan.KernelPlane),
                        panelStride, scratch + plan.ProductOffset + (point * plan.ProductPlane), tiles, columns,
                        &tile);
                }

                tile.Adds = true;
            }
        }
    }
}
