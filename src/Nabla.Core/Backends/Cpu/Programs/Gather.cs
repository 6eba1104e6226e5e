using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Copies rows and columns in any strides into a tile, row after row.</summary>
internal static unsafe class Gather
{
    /// <summary>Gathers a tile; strides count bytes.</summary>
    public static void Run(
        int elementBytes, byte* source, nint rowStride, nint columnStride, byte* tile, nint rows, nint columns)
    {
        switch (elementBytes)
        {
            case 1:
                Run<byte>(source, rowStride, columnStride, tile, rows, columns);
                break;
            case 4 when rowStride == sizeof(int) && Sse2.IsSupported:
                Transpose((int*)source, columnStride, (int*)tile, rows, columns);
                break;
            case 4:
                Run<int>(source, rowStride, columnStride, (int*)tile, rows, columns);
                break;
            default:
                Run<long>(source, rowStride, columnStride, (long*)tile, rows, columns);
                break;
        }
    }

    // The inner loop follows the smaller stride of the source, so that each of its cache lines is read once; the tile
    // is in cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<T>(byte* source, nint rowStride, nint columnStride, T* tile, nint rows, nint columns)
        where T : unmanaged
    {
        if (nint.Abs(rowStride) >= nint.Abs(columnStride))
        {
            for (nint row = 0; row < rows; row++)
            {
                byte* from = source + (row * rowStride);
                for (nint column = 0; column < columns; column++, from += columnStride)
                {
                    tile[(row * columns) + column] = *(T*)from;
                }
            }
        }
        else
        {
            for (nint column = 0; column < columns; column++)
            {
                byte* from = source + (column * columnStride);
                for (nint row = 0; row < rows; row++, from += rowStride)
                {
                    tile[(row * columns) + column] = *(T*)from;
                }
            }
        }
    }

    // Columns that lie along memory, four by four through registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(int* source, nint columnStride, int* tile, nint rows, nint columns)
    {
        const int Side = 4;
        nint wholeRows = rows / Side * Side, wholeColumns = columns / Side * Side;
        for (nint column = 0; column < wholeColumns; column += Side)
        {
            byte* from = (byte*)source + (column * columnStride);
            for (nint row = 0; row < wholeRows; row += Side, from += Side * sizeof(int))
            {
                Vector128<int> a = Vector128.Load((int*)from), b = Vector128.Load((int*)(from + columnStride));
                Vector128<int> c = Vector128.Load((int*)(from + (2 * columnStride)));
                Vector128<int> d = Vector128.Load((int*)(from + (3 * columnStride)));
                Vector128<long> lowLeft = Sse2.UnpackLow(a, b).AsInt64(), lowRight = Sse2.UnpackLow(c, d).AsInt64();
                Vector128<long> highLeft = Sse2.UnpackHigh(a, b).AsInt64(), highRight = Sse2.UnpackHigh(c, d).AsInt64();
                int* to = tile + (row * columns) + column;
                Sse2.UnpackLow(lowLeft, lowRight).AsInt32().Store(to);
                Sse2.UnpackHigh(lowLeft, lowRight).AsInt32().Store(to + columns);
                Sse2.UnpackLow(highLeft, highRight).AsInt32().Store(to + (2 * columns));
                Sse2.UnpackHigh(highLeft, highRight).AsInt32().Store(to + (3 * columns));
            }
        }

        for (nint row = 0; row < rows; row++)
        {
            for (nint column = row < wholeRows ? wholeColumns : 0; column < columns; column++)
            {
                tile[(row * columns) + column] = *(int*)((byte*)source + (column * columnStride) + (row * sizeof(int)));
            }
        }
    }
}
