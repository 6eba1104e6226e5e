using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Multiplies a gathered block of patches with a block of the kernel.</summary>
internal static unsafe class PatchBlock<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int PanelsAtOnce = 4;

    /// <summary>Multiplies with a kernel in panels.</summary>
    /// <param name="kernels">The tile kernels.</param>
    /// <param name="patches">The block of patches.</param>
    /// <param name="panels">The first panel that is wanted.</param>
    /// <param name="panelStride">The distance between panels.</param>
    /// <param name="block">The block of the result.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="tile">Strides and depth.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyPanels(
        KernelSet<T> kernels, T* patches, T* panels, nint panelStride, T* block, int rows, int columns, TileFrame* tile)
    {
        for (int column = 0; column < columns; column += Packing<T>.PanelColumns)
        {
            int width = Math.Min(Packing<T>.PanelColumns, columns - column);
            kernels.MultiplyTiles(patches, panels, block + column, rows, width, tile);
            panels += panelStride;
        }
    }

    /// <summary>The bytes that <see cref="PackAndMultiply"/> needs for panels of such a depth.</summary>
    public static long LocalBytes(int depth) => (long)PanelsAtOnce * Packing<T>.PanelBytes * depth;

    /// <summary>Multiplies with a kernel that is packed meanwhile, a few panels at a time.</summary>
    /// <param name="kernels">The tile kernels.</param>
    /// <param name="panels">How the kernel is packed.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="patches">The block of patches.</param>
    /// <param name="local">Where panels go.</param>
    /// <param name="group">The group.</param>
    /// <param name="depth">The first depth of the block.</param>
    /// <param name="rows">The rows of the block.</param>
    /// <param name="column">The first column of the kernel's matrix.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="block">The block of the result.</param>
    /// <param name="tile">Strides and depth.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackAndMultiply(
        KernelSet<T> kernels, KernelPanels<T> panels, T* kernel, T* patches, T* local, int group, int depth, int rows,
        int column, int columns, T* block, TileFrame* tile)
    {
        int count = (int)tile->Depth;
        int most = PanelsAtOnce * Packing<T>.PanelColumns;
        int tiles = PanelsAtOnce * (rows / kernels.TileRows);
        nint panelStride = (nint)count * Packing<T>.PanelColumns;
        for (int j = 0; j < columns; j += most)
        {
            int width = Math.Min(most, columns - j), next = Math.Min(most, columns - j - most);
            panels.Pack(kernel, group, depth, count, column + j, width, local);
            FetchAhead ahead = next > 0
                ? panels.Ahead(kernel, group, depth, count, column + j + most, next, tiles)
                : panels.Ahead(kernel, group, depth + count, count, column, Math.Min(most, columns), tiles);
            T* panel = local;
            for (int i = 0; i < width; i += Packing<T>.PanelColumns, panel += panelStride)
            {
                kernels.MultiplyTiles(
                    patches, panel, block + j + i, rows, Math.Min(Packing<T>.PanelColumns, width - i), tile, &ahead);
            }
        }
    }
}
