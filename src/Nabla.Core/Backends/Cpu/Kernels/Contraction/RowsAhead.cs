using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>The rows of A that the next tile wants, fetched a line of each at a time.</summary>
/// <remarks>
/// A tile is too slow to look far ahead: the instructions that a core holds back for a late line are ten of its steps,
/// and a line is sixteen. Where few columns use what comes from afar, that shows: 1×1 convolutions of eight images with
/// 144 to 256 channels and 24 to 64 filters are 1.2 to 1.5 times as fast with it, one thread.
/// </remarks>
internal static unsafe class RowsAhead<T, TRows>
    where T : unmanaged
    where TRows : unmanaged, IExtent
{
    /// <summary>Fetches the line of each row that holds the first element given.</summary>
    /// <param name="a">The element of the first row.</param>
    /// <param name="row">The distance between rows.</param>
    /// <param name="row2">Twice that.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchLine(T* a, nint row, nint row2)
    {
        if (Sse.IsSupported)
        {
            T* a3 = a + row + row2;
            T* a6 = a3 + row + row2;
            FetchThree(0, a, row, row2);
            FetchThree(3, a3, row, row2);
            FetchThree(6, a6, row, row2);
            FetchThree(9, a6 + row + row2, row, row2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchThree(int first, T* a, nint row, nint row2)
    {
        if (sizeof(TRows) > first)
        {
            Sse.Prefetch1(a);
        }

        if (sizeof(TRows) > first + 1)
        {
            Sse.Prefetch1(a + row);
        }

        if (sizeof(TRows) > first + 2)
        {
            Sse.Prefetch1(a + row2);
        }
    }
}
