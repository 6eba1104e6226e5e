using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// The kernel of a convolution at the points of F(4×4, 3×3), in panels: [point][depth block][panel][depth][column].
/// </summary>
/// <remarks>It is a work of its own, so that a kernel that stays the same need be transformed only once.</remarks>
internal sealed unsafe class WinogradKernel(WinogradPlan plan, bool isTurned) : ParallelWork
{
    private const int RowsOfChunk = 16;
    private const int LineElements = 64 / sizeof(float);

    private readonly WinogradTaps _taps = new(plan.Depth, plan.Columns, isTurned);
    private readonly int _panels = (int)Rounding.DivideUp(plan.Columns, Packing<float>.PanelColumns);
    private readonly int _pieces = (int)Rounding.DivideUp(plan.DepthBlock, RowsOfChunk);

    /// <summary>The distance between points, an odd number of lines so that they do not crowd each other out.</summary>
    public nint Plane { get; } = (((((nint)plan.Depth
        * (nint)Rounding.Up(plan.Columns, Packing<float>.PanelColumns)) + LineElements - 1)
        / LineElements) | 1) * LineElements;

    /// <summary>The bytes of all points.</summary>
    public long Bytes => (long)Plane * WinogradLoops.Planes * sizeof(float);

    /// <summary>This as something to be kept: four times the bytes of the kernel.</summary>
    public PreparedForm Form => new(
        isTurned ? "turned points" : "points", Bytes,
        [Packing<float>.PanelColumns, plan.Depth, plan.DepthBlock, plan.Columns]);

    public int Chunks => checked(plan.DepthBlocks * _pieces * _panels);

    /// <summary>The panels of the first point of a depth block, and the distance between them.</summary>
    public float* Block(float* transformed, int first, int rows, out nint panelStride)
    {
        panelStride = (nint)rows * Packing<float>.PanelColumns;
        return transformed + ((nint)first * _panels * Packing<float>.PanelColumns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        (int rest, int panel) = Math.DivRem(chunk, _panels);
        (int block, int piece) = Math.DivRem(rest, _pieces);
        int first = block * plan.DepthBlock, row = piece * RowsOfChunk;
        int rowsOfBlock = Math.Min(plan.DepthBlock, plan.Depth - first);
        int rows = Math.Min(RowsOfChunk, rowsOfBlock - row);
        if (rows > 0)
        {
            float* scratch = stackalloc float[WinogradTaps.ScratchElements];
            float* to = Block((float*)run->PackedRight, first, rowsOfBlock, out nint panelStride);
            _taps.Transform(
                (float*)run->B, first + row, rows, panel * Packing<float>.PanelColumns,
                to + (panel * panelStride) + (row * Packing<float>.PanelColumns), Plane, scratch);
        }
    }
}
