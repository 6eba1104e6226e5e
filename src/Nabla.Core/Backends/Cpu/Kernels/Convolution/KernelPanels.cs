using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// The kernel of a convolution as the right side of a product, in panels: [group][depth block][panel][depth][column].
/// </summary>
/// <remarks>
/// Forwards a kernel [taps, channels, filters] is such a matrix as it lies. For the input gradient it is turned:
/// [taps of the phase, filters, channels].
/// </remarks>
internal sealed unsafe class KernelPanels<T>(
    PatchProductPlan plan, PatchGrid grid, SlidingWindow window, bool isTurned) : ParallelWork
    where T : unmanaged
{
    // Panels side by side are filled together, some rows at a time, so that what is read lies together.
    private const int PanelsOfChunk = 8;
    private const int RowsAtOnce = 16;

    private readonly int _pieces = (int)Rounding.DivideUp(
        Rounding.DivideUp(plan.Columns, Packing<T>.PanelColumns), PanelsOfChunk);
    private readonly int _panels = (int)Rounding.DivideUp(plan.Columns, Packing<T>.PanelColumns);
    private readonly int[] _taps =
        [.. Enumerable.Range(0, grid.Depth / Math.Max(grid.Channels, 1)).Select(tap => grid.KernelTap(tap, window))];

    private nint Filters => (nint)plan.Columns * plan.Groups;

    /// <summary>The bytes of all panels.</summary>
    public long Bytes => (long)plan.Groups * plan.Depth * _panels * Packing<T>.PanelBytes;

    /// <summary>These panels as something to be kept.</summary>
    public PreparedForm Form => new(
        isTurned ? "turned panels" : "panels", Bytes,
        [Packing<T>.PanelBytes, plan.Groups, plan.Columns, plan.Depth, plan.DepthBlock, .. _taps]);

    public int Chunks => checked(plan.Groups * plan.DepthBlocks * _pieces);

    /// <summary>The panels of a depth block, and the distance between them.</summary>
    public T* Block(T* packed, int group, int depth, int rows, out nint panelStride)
    {
        panelStride = (nint)rows * Packing<T>.PanelColumns;
        return packed + ((((long)group * plan.Depth) + depth) * _panels * Packing<T>.PanelColumns);
    }

    /// <summary>Packs some columns of a depth block for one chunk alone.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="group">The group.</param>
    /// <param name="depth">The first depth.</param>
    /// <param name="rows">How many depths.</param>
    /// <param name="column">The first column, that of a panel.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="packed">The panels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(T* kernel, int group, int depth, int rows, int column, int columns, T* packed)
    {
        int width = Packing<T>.PanelColumns;
        if (!isTurned)
        {
            Packing<T>.PackBlock(Source(kernel, group, depth, column), Filters, 1, rows, columns, packed);
            return;
        }

        for (int j = 0; j < columns; j += width)
        {
            PackPanel(
                kernel, group, depth, rows, column + j, Math.Min(width, columns - j), packed + ((nint)j * rows));
        }
    }

    /// <summary>What such columns are made of, to be fetched while so many tiles are multiplied.</summary>
    public FetchAhead Ahead(T* kernel, int group, int depth, int rows, int column, int columns, int tiles)
    {
        rows = Math.Min(rows, plan.Depth - depth);
        if (rows <= 0)
        {
            return default;
        }

        if (!isTurned)
        {
            return new FetchAhead(
                null, 0, 0, Source(kernel, group, depth, column), Filters * sizeof(T), columns * sizeof(T), rows,
                tiles);
        }

        // Of the taps that a block spans, the first.
        (int tap, int filter) = Math.DivRem(depth, grid.Channels);
        int count = Math.Min(rows, grid.Channels - filter);
        return new FetchAhead(
            null, 0, 0, Turned(kernel, group, tap, filter, column), (nint)grid.PixelStride * sizeof(T),
            count * sizeof(T), columns, tiles);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        (int rest, int piece) = Math.DivRem(chunk, _pieces);
        (int group, int block) = Math.DivRem(rest, plan.DepthBlocks);
        int depth = block * plan.DepthBlock;
        int rows = Math.Min(plan.DepthBlock, plan.Depth - depth);
        T* packed = Block((T*)run->PackedRight, group, depth, rows, out nint panelStride);
        int end = Math.Min(_panels, (piece + 1) * PanelsOfChunk);
        int step = isTurned ? rows : RowsAtOnce;
        for (int row = 0; row < rows; row += step)
        {
            for (int panel = piece * PanelsOfChunk; panel < end; panel++)
            {
                int column = panel * Packing<T>.PanelColumns;
                int columns = Math.Min(Packing<T>.PanelColumns, plan.Columns - column);
                T* destination = packed + (panel * panelStride) + ((nint)row * Packing<T>.PanelColumns);
                PackPanel((T*)run->B, group, depth + row, Math.Min(step, rows - row), column, columns, destination);
            }
        }
    }

    private void PackPanel(T* kernel, int group, int depth, int rows, int column, int columns, T* packed)
    {
        if (!isTurned)
        {
            Packing<T>.PackPanel(Source(kernel, group, depth, column), Filters, 1, rows, columns, packed);
            return;
        }

        // Here the depth runs over the filters of each tap, and the columns are channels.
        for (int done = 0; done < rows;)
        {
            (int tap, int filter) = Math.DivRem(depth + done, grid.Channels);
            int count = Math.Min(rows - done, grid.Channels - filter);
            Packing<T>.PackPanel(
                Turned(kernel, group, tap, filter, column), 1, grid.PixelStride, count, columns,
                packed + ((nint)done * Packing<T>.PanelColumns));
            done += count;
        }
    }

    private T* Source(T* kernel, int group, int depth, int column)
    {
        return kernel + (depth * Filters) + ((nint)group * plan.Columns) + column;
    }

    private T* Turned(T* kernel, int group, int tap, int filter, int column)
    {
        return kernel + ((((nint)_taps[tap] * plan.Columns) + column) * grid.PixelStride)
            + ((nint)group * grid.Channels) + filter;
    }
}
