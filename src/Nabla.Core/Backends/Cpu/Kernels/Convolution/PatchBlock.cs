using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Multiplies a gathered block of patches with a block of the kernel.</summary>
internal static unsafe class PatchBlock<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
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
}
