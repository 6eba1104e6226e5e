using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>Copies of operands in the order in which the kernels walk them.</summary>
/// <remarks>
/// B goes into panels of <see cref="PanelBytes"/>: all rows of the first panel's columns, then all of the next; what a
/// last panel lacks is never read. A kernel then reads one stream, whatever the distance between the rows of B was.
/// </remarks>
internal static unsafe class Packing<T>
    where T : unmanaged
{
    /// <summary>The width of a panel: two vectors, as wide as a tile.</summary>
    /// <remarks>
    /// A panel twice as wide as the tile would use every other line of the first-level cache only: with AVX2 and
    /// 32 KiB, 384 rows of it do not fit.
    /// </remarks>
    public static int PanelBytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Math.Max(SimdWidth.Bits / 4, 32);
    }

    /// <summary>The number of columns of a panel.</summary>
    public static int PanelColumns => PanelBytes / sizeof(T);

    /// <summary>Whether rows of B so many bytes apart crowd each other out of the nearest cache.</summary>
    /// <remarks>
    /// They fall on at most eight of 64 sets for each line of a panel. Measured with AVX2 on Zen 3 as part of the
    /// register-only peak, 192 × 64 by 384 deep on a quiet core: 2 KiB apart 0.81, 1 KiB 0.91, packed 0.96; the forward
    /// passes of 1×1 convolutions beside a busy sibling, packing included: 1 KiB apart 0.50 to 0.67, packed 0.62 to
    /// 0.74, 512 bytes 0.69 and 0.75, 256 bytes no difference.
    /// </remarks>
    public static bool CrowdsNearestCache(long bytes) => bytes != 0 && bytes % (8 * PanelBytes) == 0;

    /// <summary>Copies elements that lie apart to lie side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(T* source, nint stride, nint count, T* destination)
    {
        for (nint i = 0; i < count; i++)
        {
            destination[i] = source[i * stride];
        }
    }

    /// <summary>Packs one panel.</summary>
    /// <param name="source">The panel's first element of B.</param>
    /// <param name="depthStride">The distance along the depth in B.</param>
    /// <param name="columnStride">The distance between columns in B.</param>
    /// <param name="depth">The number of rows of B.</param>
    /// <param name="columns">The number of columns that exist, at most <see cref="PanelColumns"/>.</param>
    /// <param name="destination">The panel: <paramref name="depth"/> rows of <see cref="PanelColumns"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackPanel(
        T* source, nint depthStride, nint columnStride, nint depth, int columns, T* destination)
    {
        if (columnStride == 1 && columns == PanelColumns)
        {
            CopyPanel((byte*)source, depthStride * sizeof(T), depth, (byte*)destination);
        }
        else if (depthStride == 1 && Sse2.IsSupported)
        {
            TransposePanel(source, columnStride, depth, columns, destination);
        }
        else
        {
            PackAny(source, depthStride, columnStride, 0, depth, 0, columns, destination);
        }
    }

    /// <summary>Packs all panels of a block, row by row where rows are contiguous, so that memory is read in order.
    /// </summary>
    /// <param name="source">The block's first element of B.</param>
    /// <param name="depthStride">The distance along the depth in B.</param>
    /// <param name="columnStride">The distance between columns in B.</param>
    /// <param name="depth">The number of rows of B.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="destination">The panels, <paramref name="depth"/> rows of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackBlock(
        T* source, nint depthStride, nint columnStride, nint depth, int columns, T* destination)
    {
        int panel = PanelColumns;
        int whole = columnStride == 1 ? columns - (columns % panel) : 0;
        nint panelStride = depth * panel;
        for (nint k = 0; k < depth && whole > 0; k++)
        {
            T* from = source + (k * depthStride), to = destination + (k * panel);
            for (int j = 0; j < whole; j += panel, from += panel, to += panelStride)
            {
                CopyRow((byte*)from, (byte*)to);
            }
        }

        for (int j = whole; j < columns; j += panel)
        {
            PackPanel(
                source + (j * columnStride), depthStride, columnStride, depth, Math.Min(panel, columns - j),
                destination + (j * depth));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyPanel(byte* source, nint stride, nint depth, byte* destination)
    {
        for (; depth > 0; depth--, source += stride, destination += PanelBytes)
        {
            CopyRow(source, destination);
        }
    }

    // The width of a panel is 32, 64 or 128 bytes, which the compiler knows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRow(byte* source, byte* destination)
    {
        Vector256.Load(source).Store(destination);
        if (PanelBytes > 32)
        {
            Vector256.Load(source + 32).Store(destination + 32);
        }

        if (PanelBytes > 64)
        {
            Vector256.Load(source + 64).Store(destination + 64);
            Vector256.Load(source + 96).Store(destination + 96);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackAny(
        T* source,
        nint depthStride,
        nint columnStride,
        nint firstDepth,
        nint depth,
        int firstColumn,
        int columns,
        T* destination)
    {
        for (nint k = firstDepth; k < depth; k++)
        {
            for (int j = firstColumn; j < columns; j++)
            {
                destination[(k * PanelColumns) + j] = source[(k * depthStride) + (j * columnStride)];
            }
        }
    }

    // Columns of B lie along the depth here. Four columns by four depths (two by two for float64) turn in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposePanel(T* source, nint columnStride, nint depth, int columns, T* destination)
    {
        int tile = 16 / sizeof(T);
        nint wholeDepth = depth - (depth % tile);
        int wholeColumns = columns - (columns % tile);
        if (typeof(T) == typeof(float))
        {
            // It knows panels of 32 columns only; a processor may have the instructions and not be asked to use them.
            int wideColumns = Avx512F.IsSupported && PanelColumns == 32 ? columns - (columns % 16) : 0;
            for (int j = 0; j < wideColumns; j += 16)
            {
                Transpose16((float*)source + (j * columnStride), columnStride, wholeDepth, (float*)destination + j);
            }

            for (int j = wideColumns; j < wholeColumns; j += tile)
            {
                Transpose4((float*)source + (j * columnStride), columnStride, wholeDepth, (float*)destination + j);
            }
        }
        else
        {
            for (int j = 0; j < wholeColumns; j += tile)
            {
                Transpose2((double*)source + (j * columnStride), columnStride, wholeDepth, (double*)destination + j);
            }
        }

        PackAny(source, 1, columnStride, wholeDepth, depth, 0, columns, destination);
        PackAny(source, 1, columnStride, 0, wholeDepth, wholeColumns, columns, destination);
    }

    // Each vector gathers four depths of columns j, j + 4, j + 8 and j + 12 by loads alone; two rounds of shuffles
    // within 128 bits then leave one depth of all sixteen columns in each, in order.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose16(float* source, nint stride, nint depth, float* destination)
    {
        nint stride4 = 4 * stride;
        float* source1 = source + stride;
        float* source2 = source1 + stride;
        float* source3 = source2 + stride;
        for (nint k = 0; k < depth; k += 4)
        {
            Vector512<float> a = LoadFour(source + k, stride4);
            Vector512<float> b = LoadFour(source1 + k, stride4);
            Vector512<float> c = LoadFour(source2 + k, stride4);
            Vector512<float> d = LoadFour(source3 + k, stride4);
            Vector512<double> low0 = Avx512F.UnpackLow(a, b).AsDouble();
            Vector512<double> low1 = Avx512F.UnpackLow(c, d).AsDouble();
            Vector512<double> high0 = Avx512F.UnpackHigh(a, b).AsDouble();
            Vector512<double> high1 = Avx512F.UnpackHigh(c, d).AsDouble();
            Avx512F.UnpackLow(low0, low1).AsSingle().Store(destination);
            Avx512F.UnpackHigh(low0, low1).AsSingle().Store(destination + 32);
            Avx512F.UnpackLow(high0, high1).AsSingle().Store(destination + 64);
            Avx512F.UnpackHigh(high0, high1).AsSingle().Store(destination + 96);
            destination += 128;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LoadFour(float* source, nint stride)
    {
        Vector512<float> value = Vector128.Load(source).ToVector256Unsafe().ToVector512Unsafe();
        value = Avx512F.InsertVector128(value, Vector128.Load(source + stride), 1);
        value = Avx512F.InsertVector128(value, Vector128.Load(source + (2 * stride)), 2);
        return Avx512F.InsertVector128(value, Vector128.Load(source + (3 * stride)), 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose4(float* source, nint stride, nint depth, float* destination)
    {
        for (nint k = 0; k < depth; k += 4, destination += 4 * PanelColumns)
        {
            Vector128<float> a = Vector128.Load(source + k);
            Vector128<float> b = Vector128.Load(source + k + stride);
            Vector128<float> c = Vector128.Load(source + k + (2 * stride));
            Vector128<float> d = Vector128.Load(source + k + (3 * stride));
            Vector128<float> low0 = Sse.UnpackLow(a, b);
            Vector128<float> low1 = Sse.UnpackLow(c, d);
            Vector128<float> high0 = Sse.UnpackHigh(a, b);
            Vector128<float> high1 = Sse.UnpackHigh(c, d);
            Sse.MoveLowToHigh(low0, low1).Store(destination);
            Sse.MoveHighToLow(low1, low0).Store(destination + PanelColumns);
            Sse.MoveLowToHigh(high0, high1).Store(destination + (2 * PanelColumns));
            Sse.MoveHighToLow(high1, high0).Store(destination + (3 * PanelColumns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose2(double* source, nint stride, nint depth, double* destination)
    {
        for (nint k = 0; k < depth; k += 2, destination += 2 * PanelColumns)
        {
            Vector128<double> a = Vector128.Load(source + k);
            Vector128<double> b = Vector128.Load(source + k + stride);
            Sse2.UnpackLow(a, b).Store(destination);
            Sse2.UnpackHigh(a, b).Store(destination + PanelColumns);
        }
    }
}
