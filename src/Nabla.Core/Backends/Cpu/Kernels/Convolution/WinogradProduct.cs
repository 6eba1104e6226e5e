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
    /// <param name="depth">The channels of the source, at least one.</param>
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
        _plan = new WinogradPlan(tiles, depth, columns, epilogue);
        _kernel = new WinogradKernel(_plan, isTurned);
        _multiply = new MultiplyBlocks(_plan, _kernel);
    }

    public override string Name => "Winograd";

    public override long WorkspaceBytes => KernelBytes + ((long)_plan.ScratchStride * _team.Size);

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

    private sealed class MultiplyBlocks(WinogradPlan plan, WinogradKernel kernel) : ParallelWork
    {
        private readonly KernelSet<float> _kernels = KernelSet<float>.Best;
        private readonly WinogradSource _source = new(plan.Parts.Tiles, plan.Depth);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(nint* slots, int chunk, int worker)
        {
            var run = (RunFrame*)slots;
            (int index, int columnPiece) = Math.DivRem(chunk, plan.ColumnPieces);
            int column = columnPiece * plan.ColumnBlock;
            int columns = Math.Min(plan.ColumnBlock, plan.Columns - column);
            WinogradPart part = plan.Parts[index];
            var product = (float*)(run->Scratch + (worker * plan.ScratchStride));
            float* scratch = product + plan.TransformOffset;
            WinogradLoops.Prepare(scratch);
            Multiply(run, part, column, columns, product);
            plan.Result.Finish(
                run->Slots, (float*)run->C, part, column, columns, product, plan.ProductStride, plan.ProductPlane,
                product + plan.BlockOffset, scratch, worker);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(RunFrame* run, WinogradPart part, int column, int columns, float* product)
        {
            float* source = product + plan.SourceOffset;
            TileFrame tile = default;
            tile.ARow = plan.SourceStride;
            tile.ADepth = 1;
            tile.BDepth = Packing<float>.PanelColumns;
            tile.CRow = plan.ProductStride;
            for (int block = 0; block < plan.DepthBlocks; block++)
            {
                int depth = block * plan.DepthBlock;
                int count = Math.Min(plan.DepthBlock, plan.Depth - depth);
                _source.Transform(
                    (float*)run->A + depth, part, count, source, plan.SourceStride, plan.SourcePlane,
                    product + plan.TransformOffset);
                tile.Depth = count;
                float* panels = kernel.Block((float*)run->PackedRight, depth, count, out nint panelStride);
                panels += column / Packing<float>.PanelColumns * panelStride;
                for (int point = 0; point < WinogradLoops.Planes; point++)
                {
                    PatchBlock<float>.MultiplyPanels(
                        _kernels, source + (point * plan.SourcePlane), panels + (point * kernel.Plane), panelStride,
                        product + (point * plan.ProductPlane), part.Tiles, columns, &tile);
                }

                tile.Adds = true;
            }
        }
    }
}
