using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// The kernel of a convolution at the points of F(4×4, 3×3), in panels: [point][depth block][panel][depth][column].
/// </summary>
/// <remarks>
/// The depth runs over channels and the columns over filters; for the input gradient, where kernels are turned, it is
/// the other way round. It is a work of its own, so that a kernel that stays the same need be transformed only once.
/// </remarks>
internal sealed unsafe class WinogradKernel(int depth, int depthBlock, int columns, bool isTurned) : ParallelWork
{
    private const int Taps = 9;
    private const int RowsOfChunk = 16;
    private const int RowsAtOnce = 4;
    private const int LineElements = 64 / sizeof(float);

    private readonly WinogradLoops _loops = WinogradLoops.Best;
    private readonly int _panelColumns = Packing<float>.PanelColumns;
    private readonly int _panels = (int)MatrixProductPlan.Divide(columns, Packing<float>.PanelColumns);
    private readonly int _pieces = (int)MatrixProductPlan.Divide(depthBlock, RowsOfChunk);

    /// <summary>The distance between points, an odd number of lines so that they do not crowd each other out.</summary>
    public nint Plane { get; } = ((nint)depth
        * (nint)MatrixProductPlan.RoundUp(columns, Packing<float>.PanelColumns)) + LineElements;

    /// <summary>The bytes of all points.</summary>
    public long Bytes => MatrixProductPlan.RoundUp((long)Plane * WinogradLoops.Planes * sizeof(float), 64);

    /// <summary>This as something to be kept: four times the bytes of the kernel.</summary>
    public PreparedForm Form => new(
        isTurned ? "turned points" : "points", Bytes, [_panelColumns, depth, depthBlock, columns]);

    public int Chunks => checked((int)MatrixProductPlan.Divide(depth, depthBlock) * _pieces * _panels);

    /// <summary>The panels of the first point of a depth block, and the distance between them.</summary>
    public float* Block(float* transformed, int first, int rows, out nint panelStride)
    {
        panelStride = (nint)rows * _panelColumns;
        return transformed + ((nint)first * _panels * _panelColumns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        (int rest, int panel) = Math.DivRem(chunk, _panels);
        (int block, int piece) = Math.DivRem(rest, _pieces);
        int first = block * depthBlock;
        int rowsOfBlock = Math.Min(depthBlock, depth - first);
        int row = piece * RowsOfChunk;
        int rows = Math.Min(RowsOfChunk, rowsOfBlock - row);
        if (rows <= 0)
        {
            return;
        }

        float* packed = stackalloc float[Taps * RowsOfChunk * Packing<float>.PanelColumns];
        float* scratch = stackalloc float[WinogradLoops.ScratchElements];
        Pack((float*)run->B, first + row, rows, panel * _panelColumns, packed);
        float* to = Block((float*)run->PackedRight, first, rowsOfBlock, out nint panelStride)
            + (panel * panelStride) + (row * _panelColumns);
        for (int done = 0; done < rows; done += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows - done) * _panelColumns;
            nint offset = done * _panelColumns;
            _loops.Kernel(packed + offset, RowsOfChunk * _panelColumns, count, to + offset, Plane, scratch);
        }
    }

    private void Pack(float* kernel, int row, int rows, int column, float* packed)
    {
        int count = Math.Min(_panelColumns, columns - column);
        nint tapStride = (nint)depth * columns;
        for (int tap = 0; tap < Taps; tap++, packed += RowsOfChunk * _panelColumns)
        {
            if (isTurned)
            {
                float* turned = kernel + ((Taps - 1 - tap) * tapStride) + ((nint)column * depth) + row;
                Packing<float>.PackPanel(turned, 1, depth, rows, count, packed);
            }
            else
            {
                float* source = kernel + (tap * tapStride) + ((nint)row * columns) + column;
                Packing<float>.PackPanel(source, columns, 1, rows, count, packed);
            }
        }
    }
}
