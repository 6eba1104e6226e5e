using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// A convolution of three by three elements, or its input gradient, by Winograd's F(4×4, 3×3): 36 products for every 16
/// results and channel, where patches take 144.
/// </summary>
/// <remarks>
/// First the kernel is transformed. Then each chunk owns some strips of tiles, or a piece of one: it transforms the
/// tiles, multiplies them with the kernel point by point, and transforms the products to results, all within its own
/// scratch memory. An element at a point is one chain of fused multiply-adds within a depth block; blocks are added in
/// order.
/// </remarks>
internal sealed unsafe class WinogradProduct : ConvAlgorithm<float>
{
    private readonly WorkerTeam _team;
    private readonly WinogradPlan _plan;
    private readonly WinogradKernel _kernel;
    private readonly bool _isFrozen;
    private readonly MultiplyBlocks _multiply;

    /// <summary>Plans a convolution.</summary>
    /// <param name="tiles">The tiles.</param>
    /// <param name="depth">The channels of the source.</param>
    /// <param name="columns">The channels of the result.</param>
    /// <param name="isTurned">Whether the kernel is turned, for the input gradient.</param>
    /// <param name="isFrozen">Whether the kernel never changes.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public WinogradProduct(
        WinogradTiles tiles, int depth, int columns, bool isTurned, bool isFrozen, WorkerTeam team,
        BlockEpilogue? epilogue)
    {
        _team = team;
        _isFrozen = isFrozen;
        _plan = new WinogradPlan(tiles, depth, columns, epilogue is not null);
        _kernel = new WinogradKernel(depth, _plan.DepthBlock, columns, isTurned);
        _multiply = new MultiplyBlocks(_plan, _kernel, epilogue);
    }

    public override string Name => "Winograd";

    public override long WorkspaceBytes => KernelBytes + (_plan.ScratchStride * _team.Size);

    public override PreparedForm? Form => _isFrozen && !_plan.IsEmpty ? _kernel.Form : null;

    private long KernelBytes => _isFrozen ? 0 : _kernel.Bytes;

    public override void Prepare(float* b, byte* prepared)
    {
        RunFrame frame = default;
        frame.B = (byte*)b;
        frame.PackedRight = prepared;
        _team.Run(_kernel, (nint*)&frame, _kernel.Chunks, _plan.Wakes);
    }

    public override void Run(nint* slots, float* a, float* b, float* c, byte* workspace)
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
        frame.Scratch = workspace + KernelBytes;
        if (!_isFrozen)
        {
            _team.Run(_kernel, (nint*)&frame, _kernel.Chunks, _plan.Wakes);
        }

        _team.Run(_multiply, (nint*)&frame, _plan.Chunks, _plan.Wakes);
    }

    private sealed class MultiplyBlocks(WinogradPlan plan, WinogradKernel kernel, BlockEpilogue? epilogue)
        : ParallelWork
    {
        private readonly KernelSet<float> _kernels = KernelSet<float>.Best;
        private readonly WinogradLoops _loops = WinogradLoops.Best;
        private readonly WinogradTiles _tiles = plan.Tiles;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var run = (RunFrame*)slots;
            (int rest, int columnPiece) = Math.DivRem(chunk, plan.ColumnPieces);
            (int block, int piece) = Math.DivRem(rest, plan.PiecesOfStrip);
            int strip = block * plan.StripsOfBlock, tile = piece * plan.TilesOfPiece;
            int column = columnPiece * plan.ColumnBlock;
            var part = new Part(
                strip, Math.Min(strip + plan.StripsOfBlock, _tiles.Strips), tile,
                Math.Min(tile + plan.TilesOfPiece, _tiles.Across), column,
                Math.Min(plan.ColumnBlock, plan.Columns - column));
            var scratch = (float*)(run->Scratch + (worker * plan.ScratchStride));
            WinogradLoops.Prepare(scratch + plan.TransformOffset);
            Multiply(run, &part, scratch);
            Finish(run, &part, scratch, worker);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(RunFrame* run, Part* part, float* scratch)
        {
            float* source = scratch + plan.SourceOffset, product = scratch + plan.ProductOffset;
            TileFrame tile = default;
            tile.ARow = plan.SourceStride;
            tile.ADepth = 1;
            tile.BDepth = Packing<float>.PanelColumns;
            tile.CRow = plan.ProductStride;
            int rows = (part->LastStrip - part->FirstStrip) * (part->LastTile - part->FirstTile);
            for (int index = 0; index < plan.DepthBlocks; index++)
            {
                int depth = index * plan.DepthBlock;
                int count = Math.Min(plan.DepthBlock, plan.Depth - depth);
                TransformTiles((float*)run->A + depth, part, count, source, scratch + plan.TransformOffset);
                tile.Depth = count;
                float* panels = kernel.Block((float*)run->PackedRight, depth, count, out nint panelStride);
                panels += part->Column / Packing<float>.PanelColumns * panelStride;
                for (int point = 0; point < WinogradLoops.Planes; point++)
                {
                    PatchBlock<float>.MultiplyPanels(
                        _kernels, source + (point * plan.SourcePlane), panels + (point * kernel.Plane), panelStride,
                        product + (point * plan.ProductPlane), rows, part->Columns, &tile);
                }

                tile.Adds = true;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void TransformTiles(float* source, Part* part, int channels, float* to, float* scratch)
        {
            WinogradImage image;
            image.Lines = _tiles.SourceLines;
            image.Columns = _tiles.SourceColumns;
            image.PixelStride = plan.Depth;
            image.LineStride = image.PixelStride * image.Columns;
            for (int strip = part->FirstStrip; strip < part->LastStrip; strip++)
            {
                (int index, int line) = Math.DivRem(strip, _tiles.Down);
                image.First = source + (index * image.Lines * image.LineStride);
                for (int tile = part->FirstTile; tile < part->LastTile; tile++, to += plan.SourceStride)
                {
                    _loops.Image(
                        &image, (line * WinogradLoops.Results) - _tiles.LinesBefore,
                        (tile * WinogradLoops.Results) - _tiles.ColumnsBefore, channels, to, plan.SourcePlane, scratch);
                }
            }
        }

        /// <summary>Transforms products to results, and hands them on.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Finish(RunFrame* run, Part* part, float* scratch, int worker)
        {
            // Whole strips are rows one after another, even where they span images.
            bool isWhole = plan.PiecesOfStrip == 1;
            int pixel = part->FirstTile * WinogradLoops.Results;
            int pixels = Math.Min(part->LastTile * WinogradLoops.Results, _tiles.Columns) - pixel;
            long row = RowOf(part->FirstStrip);
            bool inScratch = run->C == null;
            nint stride = inScratch ? plan.BlockStride : plan.Columns;
            int width = inScratch && !isWhole ? pixels : _tiles.Columns;
            int step = epilogue is null ? part->Columns : plan.FinishedColumns;
            for (int done = 0; done < part->Columns; done += step)
            {
                int column = part->Column + done, columns = Math.Min(step, part->Columns - done);
                float* block = inScratch
                    ? scratch + plan.BlockOffset
                    : (float*)run->C + (((nint)row * width) + pixel) * stride + column;
                TransformProducts(
                    part, scratch + plan.ProductOffset + done, columns, block, width, stride,
                    scratch + plan.TransformOffset);
                if (isWhole)
                {
                    epilogue?.Apply(
                        run->Slots, (byte*)block, stride, row * width, column,
                        (int)(RowOf(part->LastStrip) - row) * width, columns, worker);
                    continue;
                }

                for (int line = 0; line < LinesOf(part->FirstStrip); line++)
                {
                    epilogue?.Apply(
                        run->Slots, (byte*)(block + (line * width * stride)), stride,
                        ((row + line) * _tiles.Columns) + pixel, column, pixels, columns, worker);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void TransformProducts(
            Part* part, float* product, int columns, float* block, int width, nint stride, float* scratch)
        {
            nint lineStride = width * stride;
            for (int strip = part->FirstStrip; strip < part->LastStrip; strip++)
            {
                int lines = LinesOf(strip);
                float* to = block;
                for (int tile = part->FirstTile; tile < part->LastTile; tile++)
                {
                    _loops.Product(
                        product, plan.ProductPlane, columns, to, lineStride, stride, lines,
                        Math.Min(WinogradLoops.Results, _tiles.Columns - (tile * WinogradLoops.Results)), scratch);
                    product += plan.ProductStride;
                    to += WinogradLoops.Results * stride;
                }

                block += lines * lineStride;
            }
        }

        /// <summary>The first line of results of a strip, counted over all images.</summary>
        private long RowOf(int strip)
        {
            (int image, int line) = Math.DivRem(strip, _tiles.Down);
            return ((long)image * _tiles.Lines) + (line * WinogradLoops.Results);
        }

        private int LinesOf(int strip) =>
            Math.Min(WinogradLoops.Results, _tiles.Lines - (strip % _tiles.Down * WinogradLoops.Results));

        /// <summary>What a chunk owns: strips, tiles of each, and columns.</summary>
        private readonly record struct Part(
            int FirstStrip, int LastStrip, int FirstTile, int LastTile, int Column, int Columns);
    }
}
