using System.Numerics;
using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>A block of a product whose operands are packed, and the next of them fetched meanwhile.</summary>
/// <remarks>
/// A kernel gradient reads both of its operands once, and packing waits for memory: 30 to 60% of the time in blocks of
/// 96 × 64 by 384 deep, half of that in blocks of 256 × 256 by 128, half of that again when they are fetched ahead.
/// </remarks>
internal sealed unsafe class PackedBlock<T>(MatrixProductPlan plan, MatrixProductMemory memory, KernelSet<T> kernels)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _panel = Packing<T>.PanelColumns;
    private readonly long _packedColumns = Rounding.Up(plan.N, Packing<T>.PanelColumns);

    /// <summary>Multiplies some depths.</summary>
    /// <param name="left">The block's first element of A at depth zero.</param>
    /// <param name="right">The block's first element of B at depth zero.</param>
    /// <param name="packed">All of B, where it was packed for all chunks.</param>
    /// <param name="scratch">The worker's area.</param>
    /// <param name="depth">The first depth.</param>
    /// <param name="end">The depth to end before.</param>
    /// <param name="rows">The rows of the block.</param>
    /// <param name="column">Its first column.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="block">The block.</param>
    /// <param name="tile">Strides; the sums of the first depths overwrite the block unless it says otherwise.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(
        T* left, T* right, T* packed, byte* scratch, long depth, long end, int rows, long column, int columns,
        T* block, TileFrame* tile)
    {
        nint leftStride = (nint)plan.ADepth, rightStride = (nint)plan.BDepth;
        nint aAhead = tile->AAhead;
        int tiles = (int)(Rounding.DivideUp(rows, kernels.TileRows) * Rounding.DivideUp(columns, _panel));
        for (; depth < end; depth += plan.DepthBlock)
        {
            tile->Depth = (nint)Math.Min(plan.DepthBlock, end - depth);
            T* a = left + (depth * leftStride), b = right + (depth * rightStride);
            T* panels = b;
            if (plan.SharesPackedRight)
            {
                panels = packed + (depth * _packedColumns) + (column * tile->Depth);
            }
            else if (plan.PacksRight)
            {
                panels = (T*)(scratch + memory.LocalPanel);
                Packing<T>.PackBlock(b, rightStride, (nint)plan.BColumn, tile->Depth, columns, panels);
            }

            nint next = (nint)Math.Min(plan.DepthBlock, end - depth - tile->Depth);
            FetchAhead ahead = Ahead(a, b, tile->Depth, next, rows, columns, tiles);
            if (plan.PacksLeft)
            {
                var strips = (T*)(scratch + memory.LocalStrips);
                Strips<T>.Pack(kernels, a, leftStride, tile->Depth, rows, strips);
                a = strips;
            }

            nint panelStride = plan.PacksRight ? tile->Depth * _panel : _panel;
            tile->AAhead = aAhead;
            for (int j = 0; j < columns; j += _panel, panels += panelStride)
            {
                int width = Math.Min(_panel, columns - j);
                if (plan.PacksLeft)
                {
                    kernels.MultiplyStrips(a, panels, block + j, rows, width, tile, &ahead);
                }
                else
                {
                    kernels.MultiplyTiles(a, panels, block + j, rows, width, tile, &ahead);
                }

                // After the first panel, rows of A are near.
                tile->AAhead = plan.FetchesRows ? 0 : aAhead;
            }

            tile->Adds = true;
        }
    }

    // What one chunk packs for itself comes from far; rows of A are streams that the processor foresees.
    private FetchAhead Ahead(T* a, T* b, nint depth, nint next, int rows, int columns, int tiles)
    {
        if (next <= 0 || (!plan.PacksLeft && plan.SharesPackedRight))
        {
            return default;
        }

        nint leftStride = (nint)plan.ADepth * sizeof(T), rightStride = (nint)plan.BDepth * sizeof(T);
        bool reads = !plan.SharesPackedRight && plan.BColumn == 1;
        if (plan.PacksLeft)
        {
            return new FetchAhead(
                a + (depth * (nint)plan.ADepth), leftStride, rows * sizeof(T), b + (depth * (nint)plan.BDepth),
                rightStride, reads ? columns * sizeof(T) : 0, next, tiles);
        }

        b += depth * (nint)plan.BDepth;
        return reads
            ? new FetchAhead(null, 0, 0, b, rightStride, columns * sizeof(T), next, tiles)
            : new FetchAhead(
                null, 0, 0, b, (nint)plan.BColumn * sizeof(T), (int)next * sizeof(T), plan.BDepth == 1 ? columns : 0,
                tiles);
    }
}
