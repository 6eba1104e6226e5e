using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The kernel gradient of a convolution of three by three elements, by Winograd's F(4×4, 3×3).</summary>
/// <remarks>
/// A slab of tiles of the images and of the gradient is transformed; then each chunk owns some channels, filters and
/// points, and multiplies them over all the tiles of the slab; at last the sums are transformed to elements of the
/// kernel. No sum is shared between chunks: an element at a point is one chain of fused multiply-adds within a block of
/// tiles, and blocks are added in order.
/// </remarks>
internal sealed unsafe class WinogradGradient : ConvAlgorithm<float>
{
    private readonly WorkerTeam _team;
    private readonly WinogradGradientPlan _plan;
    private readonly TransformTiles _transform;
    private readonly MultiplyBlocks _multiply;
    private readonly FinishBlocks _finish;

    /// <summary>Plans a kernel gradient.</summary>
    /// <param name="tiles">The tiles of the result, at least one.</param>
    /// <param name="channels">The channels of the images, at least one.</param>
    /// <param name="filters">The channels of the result, at least one.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    public WinogradGradient(
        WinogradTiles tiles, int channels, int filters, WorkerTeam team, BlockEpilogue? epilogue)
    {
        _team = team;
        _plan = new WinogradGradientPlan(tiles, channels, filters);
        _transform = new TransformTiles(_plan);
        _finish = new FinishBlocks(_plan, epilogue);
        _multiply = new MultiplyBlocks(_plan, _finish);
    }

    public override string Name => "Winograd";

    public override long WorkspaceBytes =>
        (_plan.ScratchOffset + ((long)_plan.ScratchStride * _team.Size)) * sizeof(float);

    public override void Run(nint* slots, float* a, float* b, float* c, byte* workspace)
    {
        Frame frame;
        frame.Slots = slots;
        frame.Images = a;
        frame.Gradients = b;
        frame.Result = c;
        frame.Workspace = (float*)workspace;
        for (frame.FirstTile = 0; frame.FirstTile < _plan.Tiles.Count; frame.FirstTile += _plan.TilesOfSlab)
        {
            frame.Tiles = (int)Math.Min(_plan.TilesOfSlab, _plan.Tiles.Count - frame.FirstTile);
            _team.Run(_transform, (nint*)&frame, WinogradGradientPlan.TransformChunks(frame.Tiles), _plan.Wakes);
            _team.Run(_multiply, (nint*)&frame, _plan.Blocks * _plan.PointPieces, _plan.Wakes);
        }

        if (_plan.KeepsSums)
        {
            _team.Run(_finish, (nint*)&frame, _plan.Blocks, _plan.Wakes);
        }
    }

    /// <summary>What the chunks of one slab share; it lives on the caller's stack.</summary>
    private struct Frame
    {
        public nint* Slots;
        public float* Images;
        public float* Gradients;
        public float* Result;
        public float* Workspace;
        public long FirstTile;
        public int Tiles;
    }

    private sealed class TransformTiles(WinogradGradientPlan plan) : ParallelWork
    {
        private readonly WinogradLoops _loops = WinogradLoops.Best;
        private readonly WinogradTiles _tiles = plan.Tiles;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var frame = (Frame*)slots;
            float* scratch =
                frame->Workspace + plan.ScratchOffset + (worker * plan.ScratchStride) + plan.TransformOffset;
            WinogradLoops.Prepare(scratch);
            (int first, int last) = WinogradGradientPlan.TransformChunk(chunk, frame->Tiles);
            nint offset = first * Packing<float>.PanelColumns;
            WinogradTarget source = Target(frame->Workspace + offset, plan.SourcePlane);
            WinogradTarget target = Target(frame->Workspace + plan.GradientOffset + offset, plan.GradientPlane);
            WinogradImage image = Image(_tiles.SourceLines, _tiles.SourceColumns, plan.Channels);
            WinogradImage gradient = Image(_tiles.Lines, _tiles.Columns, plan.Filters);
            for (int tile = first; tile < last; tile++)
            {
                (int strip, int across) = Math.DivRem((int)(frame->FirstTile + tile), _tiles.Across);
                (int index, int down) = Math.DivRem(strip, _tiles.Down);
                int line = down * WinogradLoops.Results, column = across * WinogradLoops.Results;
                image.First = frame->Images + (index * image.Lines * image.LineStride);
                _loops.Image(
                    &image, line - _tiles.LinesBefore, column - _tiles.ColumnsBefore, plan.Channels, &source, scratch);
                gradient.First = frame->Gradients + (index * gradient.Lines * gradient.LineStride);
                _loops.Gradient(&gradient, line, column, plan.Filters, &target, scratch);
                source.First += Packing<float>.PanelColumns;
                target.First += Packing<float>.PanelColumns;
            }
        }

        private WinogradTarget Target(float* first, nint plane)
        {
            WinogradTarget target;
            target.First = first;
            target.Plane = plane;
            target.Width = Packing<float>.PanelColumns;
            target.PanelStride = plan.PanelStride;
            return target;
        }

        private static WinogradImage Image(int lines, int columns, int channels)
        {
            WinogradImage image = default;
            image.Lines = lines;
            image.Columns = columns;
            image.PixelStride = channels;
            image.LineStride = (nint)columns * channels;
            return image;
        }
    }

    private sealed class MultiplyBlocks(WinogradGradientPlan plan, FinishBlocks finish) : ParallelWork
    {
        private readonly KernelSet<float> _kernels = KernelSet<float>.Best;
        private readonly int _points = WinogradLoops.Planes / plan.PointPieces;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var frame = (Frame*)slots;
            (int block, int piece) = Math.DivRem(chunk, plan.PointPieces);
            if (plan.KeepsSums)
            {
                float* sums = frame->Workspace + plan.SumsOffset + (block * plan.SumPlane * WinogradLoops.Planes);
                Multiply(frame, block, piece * _points, sums);
            }
            else
            {
                float* scratch = frame->Workspace + plan.ScratchOffset + (worker * plan.ScratchStride);
                Multiply(frame, block, 0, scratch);
                finish.Finish(frame, scratch, block, worker);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(Frame* frame, int block, int firstPoint, float* sums)
        {
            (int channel, int channels, int filter, int filters) = plan.Block(block);
            TileFrame tile = default;
            tile.ARow = 1;
            tile.ADepth = tile.BDepth = Packing<float>.PanelColumns;
            tile.CRow = plan.SumStride;
            float* image = frame->Workspace + ((nint)channel * plan.TilesOfSlab);
            float* gradient = frame->Workspace + plan.GradientOffset + ((nint)filter * plan.TilesOfSlab);
            for (int point = firstPoint; point < firstPoint + _points; point++)
            {
                tile.Adds = frame->FirstTile > 0;
                for (int first = 0; first < frame->Tiles; first += plan.DepthBlock)
                {
                    nint offset = (nint)first * Packing<float>.PanelColumns;
                    tile.Depth = Math.Min(plan.DepthBlock, frame->Tiles - first);
                    MultiplyPanels(
                        image + (point * plan.SourcePlane) + offset, gradient + (point * plan.GradientPlane) + offset,
                        sums + (point * plan.SumPlane), channels, filters, &tile);
                    tile.Adds = true;
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void MultiplyPanels(
            float* image, float* gradient, float* sums, int channels, int filters, TileFrame* tile)
        {
            int width = Packing<float>.PanelColumns;
            for (int j = 0; j < filters; j += width, gradient += plan.PanelStride)
            {
                float* panel = image;
                for (int i = 0; i < channels; i += width, panel += plan.PanelStride)
                {
                    _kernels.MultiplyTiles(
                        panel, gradient, sums + (i * plan.SumStride) + j, Math.Min(width, channels - i),
                        Math.Min(width, filters - j), tile);
                }
            }
        }
    }

    private sealed class FinishBlocks(WinogradGradientPlan plan, BlockEpilogue? epilogue) : ParallelWork
    {
        private const int Taps = 9;

        private readonly WinogradLoops _loops = WinogradLoops.Best;

        public override void Run(nint* slots, int chunk, int worker)
        {
            var frame = (Frame*)slots;
            nint offset = plan.SumsOffset + (chunk * plan.SumPlane * WinogradLoops.Planes);
            Finish(frame, frame->Workspace + offset, chunk, worker);
        }

        /// <summary>Transforms sums to elements of the kernel, and hands them on.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Finish(Frame* frame, float* sums, int block, int worker)
        {
            (int channel, int channels, int filter, int filters) = plan.Block(block);
            float* scratch = frame->Workspace + plan.ScratchOffset + (worker * plan.ScratchStride);
            bool inScratch = frame->Result == null;
            nint stride = inScratch ? plan.BlockStride : plan.Filters;
            nint tapStride = inScratch ? channels * stride : (nint)plan.Channels * plan.Filters;
            float* to = inScratch ? scratch + plan.BlockOffset : frame->Result + (channel * stride) + filter;
            for (int i = 0; i < channels; i++)
            {
                _loops.Sum(
                    sums + (i * plan.SumStride), plan.SumPlane, filters, to + (i * stride), tapStride,
                    scratch + plan.TransformOffset);
            }

            for (int tap = 0; tap < Taps; tap++)
            {
                epilogue?.Apply(
                    frame->Slots, (byte*)(to + (tap * tapStride)), stride, ((long)tap * plan.Channels) + channel,
                    filter, channels, filters, worker);
            }
        }
    }
}
