using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Transforms pieces of a kernel [3, 3, channels, filters] to points, a panel at a time.</summary>
/// <remarks>
/// The depth runs over channels and the columns over filters; for the input gradient, where kernels are turned, it is
/// the other way round.
/// </remarks>
internal sealed unsafe class WinogradTaps(int depth, int columns, bool isTurned)
{
    /// <summary>How many elements of scratch memory it takes.</summary>
    public static int ScratchElements =>
        (Taps * RowsAtOnce * Packing<float>.PanelColumns) + WinogradLoops.ScratchElements;

    private const int Taps = 9;
    private const int RowsAtOnce = 16;
    private const int RowsOfGroup = 4;

    private readonly WinogradLoops _loops = WinogradLoops.Best;

    /// <summary>Transforms some rows of a panel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="column">The first column of the panel.</param>
    /// <param name="to">The first point of the first row.</param>
    /// <param name="plane">The distance between points.</param>
    /// <param name="scratch">Scratch memory.</param>
    public void Transform(float* kernel, int row, int rows, int column, float* to, nint plane, float* scratch)
    {
        int width = Packing<float>.PanelColumns;
        float* packed = scratch + WinogradLoops.ScratchElements;
        for (int done = 0; done < rows; done++)
        {
            if (done % RowsAtOnce == 0)
            {
                Pack(kernel, row + done, Math.Min(RowsAtOnce, rows - done), column, packed);
            }

            if (done % RowsOfGroup == 0)
            {
                _loops.Kernel(
                    packed + (done % RowsAtOnce * width), RowsAtOnce * width,
                    Math.Min(RowsOfGroup, rows - done) * width, to + (done * width), plane, scratch);
            }
        }
    }

    private void Pack(float* kernel, int row, int rows, int column, float* packed)
    {
        int width = Packing<float>.PanelColumns, count = Math.Min(width, columns - column);
        nint tapStride = (nint)depth * columns;
        for (int tap = 0; tap < Taps; tap++, packed += RowsAtOnce * width)
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
