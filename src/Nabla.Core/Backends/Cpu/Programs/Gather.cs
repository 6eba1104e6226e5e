using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Copies rows and columns in any strides into a tile, row after row.</summary>
internal static unsafe class Gather
{
    /// <summary>Gathers a tile; strides count bytes.</summary>
    public static void Run(int elementBytes, byte* source, nint rowStride, nint columnStride, byte* tile, nint rows, nint columns)
    {
        switch (elementBytes)
        {
            case 1:
                Run<byte>(source, rowStride, columnStride, tile, rows, columns);
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
}
