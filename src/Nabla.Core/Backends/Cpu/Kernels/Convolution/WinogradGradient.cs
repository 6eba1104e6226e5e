using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The kernel gradient of a convolution of three by three elements, by Winograd's F(4×4, 3×3).</summary>
/// <remarks>
/// A slab of tiles of the images and of the gradient is transformed; then each chunk owns some channels and filters,
/// multiplies them point by point over all the tiles, and after the last slab transforms the sums to elements of the
/// kernel. No sum is shared between chunks: an element at a point is one chain of fused multiply-adds within a block of
/// tiles, and blocks are added in order.
/// </remarks>
internal sealed unsafe class WinogradGradient : ConvAlgorithm<float>
{
    private const int Taps = 9;

    private readonly WorkerTeam _team;
    private readonly WinogradGradientPlan _plan;
    private readonly TransformTiles _transform;
    private readonly MultiplyBlocks _multiply;

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
        _multiply = new MultiplyBlocks(_plan, epilogue);
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
        for (int slab = 0; slab < _plan.Slabs; slab++)
        {
            frame.Slab = slab;
            frame.FirstTile = (long)slab * _plan.TilesOfSlab;
            frame.Tiles = (int)Math.Min(_plan.TilesOfSlab, _plan.Tiles.Count - frame.FirstTile);
            _team.Run(_transform, (nint*)&frame, WinogradGradientPlan.TransformChunks(frame.Tiles), _plan.Wakes);
            _team.Run(_multiply, (nint*)&frame, _plan.Chunks, _plan.Wakes);
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
        public int Slab;
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
            float* to = frame->Workspace + plan.GradientOffset;
            WinogradImage image = Image(_tiles.SourceLines, _tiles.SourceColumns, plan.Channels);
            WinogradImage gradient = Image(_tiles.Lines, _tiles.Columns, plan.Filters);
            (int first, int last) = WinogradGradientPlan.TransformChunk(chunk, frame->Tiles);
            for (int tile = first; tile < last; tile++)
            {
                (int strip, int across) = Math.DivRem((int)(frame->FirstTile + tile), _tiles.Across);
                (int index, int down) = Math.DivRem(strip, _tiles.Down);
                int line = down * WinogradLoops.Results, column = across * WinogradLoops.Results;
                image.First = frame->Images + (index * image.Lines * image.LineStride);
                _loops.Image(
                    &image, line - _tiles.LinesBefore, column - _tiles.ColumnsBefore, plan.Channels,
                    frame->Workspace + (tile * plan.SourceStride), plan.SourcePlane, scratch);
                gradient.First = frame->Gradients + (index * gradient.Lines * gradient.LineStride);
                for (int panel = 0; panel < plan.Panels; panel++)
                {
                    int filter = panel * Packing<float>.PanelColumns;
                    _loops.Gradient(
                        &gradient, line, column, Math.Min(Packing<float>.PanelColumns, plan.Filters - filter),
                        to + ((((nint)panel * frame->Tiles) + tile) * Packing<float>.PanelColumns), plan.GradientPlane,
                        scratch);
                    gradient.First += Packing<float>.PanelColumns;
                }
            }
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

    private sealed class MultiplyBlocks(WinogradGradientPlan plan, BlockEpilogue? epilogue) : ParallelWork
    {
        private readonly KernelSet<float> _kernels = KernelSet<float>.Best;
        private readonly WinogradLoops _loops = WinogradLoops.Best;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var frame = (Frame*)slots;
            (int panel, int piece) = Math.DivRem(chunk, plan.ChannelPieces);
            int channel = piece * plan.ChannelBlock;
            int channels = Math.Min(plan.ChannelBlock, plan.Channels - channel);
            int filter = panel * Packing<float>.PanelColumns;
            int filters = Math.Min(Packing<float>.PanelColumns, plan.Filters - filter);
            float* scratch = frame->Workspace + plan.ScratchOffset + (worker * plan.ScratchStride);
            float* sums = plan.Slabs == 1
                ? scratch
                : frame->Workspace + plan.SumsOffset + (chunk * plan.SumPlane * WinogradLoops.Planes);
            Multiply(frame, panel, channel, channels, filters, sums);
            if (frame->Slab == plan.Slabs - 1)
            {
                Finish(frame, sums, scratch, channel, channels, filter, filters, worker);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(Frame* frame, int panel, int channel, int channels, int filters, float* sums)
        {
            TileFrame tile = default;
            tile.ARow = 1;
            tile.ADepth = plan.SourceStride;
            tile.BDepth = tile.CRow = Packing<float>.PanelColumns;
            float* image = frame->Workspace + channel;
            float* gradient = frame->Workspace + plan.GradientOffset
                + ((nint)panel * frame->Tiles * Packing<float>.PanelColumns);
            for (int point = 0; point < WinogradLoops.Planes; point++)
            {
                tile.Adds = frame->Slab > 0;
                for (int first = 0; first < frame->Tiles; first += plan.DepthBlock)
                {
                    tile.Depth = Math.Min(plan.DepthBlock, frame->Tiles - first);
                    _kernels.MultiplyTiles(
                        image + (first * plan.SourceStride), gradient + ((nint)first * Packing<float>.PanelColumns),
                        sums, channels, filters, &tile);
                    tile.Adds = true;
                }

                image += plan.SourcePlane;
                gradient += plan.GradientPlane;
                sums += plan.SumPlane;
            }
        }

        /// <summary>Transforms sums to elements of the kernel, and hands them on.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Finish(
            Frame* frame, float* sums, float* scratch, int channel, int channels, int filter, int filters, int worker)
        {
            bool inScratch = frame->Result == null;
            nint stride = inScratch ? plan.BlockStride : plan.Filters;
            nint tapStride = inScratch
                ? (nint)plan.ChannelBlock * Packing<float>.PanelColumns
                : (nint)plan.Channels * plan.Filters;
            float* block = inScratch ? scratch + plan.BlockOffset : frame->Result + (channel * stride) + filter;
            for (int i = 0; i < channels; i++)
            {
                _loops.Sum(
                    sums + ((nint)i * Packing<float>.PanelColumns), plan.SumPlane, filters, block + (i * stride),
                    tapStride, scratch + plan.TransformOffset);
            }

            for (int tap = 0; tap < Taps; tap++)
            {
                epilogue?.Apply(
                    frame->Slots, (byte*)(block + (tap * tapStride)), stride, ((long)tap * plan.Channels) + channel,
                    filter, channels, filters, worker);
            }
        }
    }
}
