using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>Copies of a transposed A in the order in which the kernels walk it.</summary>
/// <remarks>
/// Where the rows of A lie side by side, a tile touches another line at each step of the depth and uses a third of it.
/// A strip holds the rows of one tile, all depths one after the other. Measured with AVX2 on Zen 3, 192 × 64 by 384
/// deep, as part of the register-only peak: rows 1 KiB apart 0.69, 256 bytes apart 0.85, in strips 0.94.
/// </remarks>
internal static unsafe class Strips<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // So many depths of a block stay in the first-level cache while they are dealt out to strips.
    private const int DepthBlock = 16;

    /// <summary>Packs a block of A, its rows side by side, into strips.</summary>
    /// <param name="kernels">The kernels, which say how high strips are.</param>
    /// <param name="source">The block's first element.</param>
    /// <param name="depthStride">The distance along the depth.</param>
    /// <param name="depth">The depth.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="strips">Where strips go; <paramref name="rows"/> times <paramref name="depth"/> elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(KernelSet<T> kernels, T* source, nint depthStride, nint depth, int rows, T* strips)
    {
        for (nint first = 0; first < depth; first += DepthBlock)
        {
            nint count = Math.Min(DepthBlock, depth - first);
            T* from = source + (first * depthStride);
            T* strip = strips;
            int height;
            for (int rowsLeft = rows; rowsLeft > 0; rowsLeft -= height)
            {
                height = kernels.HeightOfStrip(rowsLeft);
                Copy(
                    (byte*)from, depthStride * sizeof(T), height * sizeof(T), count, (byte*)(strip + (first * height)));
                from += height;
                strip += height * depth;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(byte* source, nint stride, nint bytes, nint count, byte* destination)
    {
        // The heights of nearly all strips: six rows of float32, or six of float64 and twelve of float32. Without these
        // loops a kernel gradient takes up to 1.4 times as long.
        if (bytes == 24)
        {
            for (; count > 0; count--, source += stride, destination += 24)
            {
                Vector128.Load(source).Store(destination);
                *(long*)(destination + 16) = *(long*)(source + 16);
            }
        }
        else if (bytes == 48)
        {
            for (; count > 0; count--, source += stride, destination += 48)
            {
                Vector256.Load(source).Store(destination);
                Vector128.Load(source + 32).Store(destination + 32);
            }
        }

        for (; count > 0; count--, source += stride, destination += bytes)
        {
            nint at = 0;
            for (; at + 16 <= bytes; at += 16)
            {
                Vector128.Load(source + at).Store(destination + at);
            }

            if ((bytes & 8) != 0)
            {
                *(long*)(destination + at) = *(long*)(source + at);
                at += 8;
            }

            if ((bytes & 4) != 0)
            {
                *(int*)(destination + at) = *(int*)(source + at);
            }
        }
    }
}
