using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// The product of a few rows of A with one or two vectors of columns of B, held in registers over all of a depth block.
/// </summary>
/// <remarks>
/// <para>
/// One source for every height, width, element type and vector size: the extents are types, so each instantiation keeps
/// only its own accumulators, and each sum is a chain of fused multiply-adds over the depth in every one of them.
/// Compiling one takes a few milliseconds, most of it inlining, which is why plain loads and stores are pointers and
/// not calls.
/// </para>
/// <para>
/// Each multiply-add needs its share of the instructions that a core starts in a cycle: six on Zen 3, and three while
/// another hardware thread has the rest. With AVX2 a step of the depth is 12 multiply-adds, 6 broadcasts and 2 loads;
/// addresses that the compiler works out, one turn of the loop for four steps, and one branch for all sums that are
/// added to C keep everything else at 1.5 instructions. On a core with a busy sibling that is 1.3 times (384 deep) to
/// 1.6 times (16 deep) as fast as a loop of 27 instructions a step, on a quiet one 1.04 to 1.15 times. Extents and
/// layouts are compared by size and type, not by a member: that is decided before anything is inlined, and halves the
/// time to compile a kernel.
/// </para>
/// <para>
/// Versions tried, as part of the register-only peak on Zen 5 with AVX-512 (240³ and 720³, one thread, best of many):
/// 4 rows 0.83 and 0.83; 6 rows 0.90 and 0.91; 8 rows 0.95 and 0.93; 10 rows 0.95 and 0.95; 12 rows 0.96 and 0.95, and
/// the fewest reloads of B, so it stays. Packing B as well costs 0.04 at 256³ and 0.02 at 512³, breaks even at 768³ and
/// gains 0.03 at 1024³, where rows of B are 4096 bytes apart. Copying blocks of A first costs 0.05 at 1024³ and 0.1 at
/// 2048³. Fetching B ahead costs 0.1 at 512³. Fetching a transposed A ahead gains 0.17 where it comes from memory
/// (784 × 16 by 60,000 deep) and costs nothing elsewhere. Blocks of C of 192 by 128 beat 192 by 512 by 0.1 at 1024³.
/// With AVX2, 6 rows of two vectors reach 0.95 at 256³ of what that width can do.
/// </para>
/// </remarks>
internal static unsafe class TileKernel<T, TVector, TSimd, TRows, TVectors, TEdge, TLeft>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<TVector, T>
    where TRows : unmanaged, IExtent
    where TVectors : unmanaged, IExtent
    where TEdge : IExtent
    where TLeft : unmanaged
{
    private const int Unrolled = 4;

    /// <summary>Computes one tile.</summary>
    /// <param name="a">The tile's first element of A.</param>
    /// <param name="b">The tile's first element of B.</param>
    /// <param name="c">The tile's first element of C.</param>
    /// <param name="frame">Strides and depth.</param>
    /// <param name="columns">The number of columns, which matters to kernels at the edge only.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(T* a, T* b, T* c, TileFrame* frame, int columns)
    {
        nint aRow = frame->ARow;
        nint aRow2 = aRow + aRow;
        nint aDepth = frame->ADepth;
        nint bDepth = frame->BDepth;
        var depth = (nuint)frame->Depth;
        int last = columns - ((sizeof(TVectors) - 1) * TSimd.Count);

        // Four bases three rows apart: with a stride and its double, every row is one addressing mode away.
        T* a3 = a + aRow + aRow2;
        T* a6 = a3 + aRow + aRow2;
        T* a9 = a6 + aRow + aRow2;

        TVector c0x = default, c0y = default;
        TVector c1x = default, c1y = default;
        TVector c2x = default, c2y = default;
        TVector c3x = default, c3y = default;
        TVector c4x = default, c4y = default;
        TVector c5x = default, c5y = default;
        TVector c6x = default, c6y = default;
        TVector c7x = default, c7y = default;
        TVector c8x = default, c8y = default;
        TVector c9x = default, c9y = default;
        TVector c10x = default, c10y = default;
        TVector c11x = default, c11y = default;

        T* b2 = b + (2 * bDepth);
        nint bTurn = Unrolled * bDepth;
        nuint turns = typeof(TLeft) == typeof(LeftLayout.Far) ? 0 : depth / Unrolled;
        nint ahead = frame->AAhead;
        for (; turns > 0; turns--)
        {
            if (typeof(TLeft) == typeof(LeftLayout.RowsFromAfar)
                && turns % (nuint)(CacheLine.Bytes / sizeof(T) / Unrolled) == 0)
            {
                RowsAhead<T, TRows>.FetchLine(a + ahead, aRow, aRow2);
            }

            TVector x = LoadFirst(b, 0, last);
            TVector y = LoadSecond(b, 0, last);
            Step(
                0, a, a3, aRow, aRow2, 0, aDepth, x, y,
                ref c0x, ref c0y, ref c1x, ref c1y, ref c2x, ref c2y,
                ref c3x, ref c3y, ref c4x, ref c4y, ref c5x, ref c5y);
            if (sizeof(TRows) > 6)
            {
                Step(
                    6, a6, a9, aRow, aRow2, 0, aDepth, x, y,
                    ref c6x, ref c6y, ref c7x, ref c7y, ref c8x, ref c8y,
                    ref c9x, ref c9y, ref c10x, ref c10y, ref c11x, ref c11y);
            }

            x = LoadFirst(b, bDepth, last);
            y = LoadSecond(b, bDepth, last);
            Step(
                0, a, a3, aRow, aRow2, 1, aDepth, x, y,
                ref c0x, ref c0y, ref c1x, ref c1y, ref c2x, ref c2y,
                ref c3x, ref c3y, ref c4x, ref c4y, ref c5x, ref c5y);
            if (sizeof(TRows) > 6)
            {
                Step(
                    6, a6, a9, aRow, aRow2, 1, aDepth, x, y,
                    ref c6x, ref c6y, ref c7x, ref c7y, ref c8x, ref c8y,
                    ref c9x, ref c9y, ref c10x, ref c10y, ref c11x, ref c11y);
            }

            x = LoadFirst(b2, 0, last);
            y = LoadSecond(b2, 0, last);
            Step(
                0, a, a3, aRow, aRow2, 2, aDepth, x, y,
                ref c0x, ref c0y, ref c1x, ref c1y, ref c2x, ref c2y,
                ref c3x, ref c3y, ref c4x, ref c4y, ref c5x, ref c5y);
            if (sizeof(TRows) > 6)
            {
                Step(
                    6, a6, a9, aRow, aRow2, 2, aDepth, x, y,
                    ref c6x, ref c6y, ref c7x, ref c7y, ref c8x, ref c8y,
                    ref c9x, ref c9y, ref c10x, ref c10y, ref c11x, ref c11y);
            }

            x = LoadFirst(b2, bDepth, last);
            y = LoadSecond(b2, bDepth, last);
            Step(
                0, a, a3, aRow, aRow2, 3, aDepth, x, y,
                ref c0x, ref c0y, ref c1x, ref c1y, ref c2x, ref c2y,
                ref c3x, ref c3y, ref c4x, ref c4y, ref c5x, ref c5y);
            if (sizeof(TRows) > 6)
            {
                Step(
                    6, a6, a9, aRow, aRow2, 3, aDepth, x, y,
                    ref c6x, ref c6y, ref c7x, ref c7y, ref c8x, ref c8y,
                    ref c9x, ref c9y, ref c10x, ref c10y, ref c11x, ref c11y);
            }

            Advance(ref a, ref a3, ref a6, ref a9, Unrolled, aDepth);
            b += bTurn;
            b2 += bTurn;
        }

        turns = typeof(TLeft) == typeof(LeftLayout.Far) ? depth : depth % Unrolled;
        for (; turns > 0; turns--)
        {
            TVector x = LoadFirst(b, 0, last);
            TVector y = LoadSecond(b, 0, last);
            Step(
                0, a, a3, aRow, aRow2, 0, aDepth, x, y,
                ref c0x, ref c0y, ref c1x, ref c1y, ref c2x, ref c2y,
                ref c3x, ref c3y, ref c4x, ref c4y, ref c5x, ref c5y);
            if (sizeof(TRows) > 6)
            {
                Step(
                    6, a6, a9, aRow, aRow2, 0, aDepth, x, y,
                    ref c6x, ref c6y, ref c7x, ref c7y, ref c8x, ref c8y,
                    ref c9x, ref c9y, ref c10x, ref c10y, ref c11x, ref c11y);
            }

            if (typeof(TLeft) == typeof(LeftLayout.Far) && Sse.IsSupported)
            {
                Sse.Prefetch0(a + ahead);
                Sse.Prefetch0(a + ((sizeof(TRows) - 1) * aRow) + ahead);
            }

            Advance(ref a, ref a3, ref a6, ref a9, 1, aDepth);
            b += bDepth;
        }

        nint cRow = frame->CRow;
        T* c6 = c + (6 * cRow);
        if (frame->Adds)
        {
            Add(0, c, cRow, last,
                ref c0x, ref c0y, ref c1x, ref c1y, ref c2x, ref c2y,
                ref c3x, ref c3y, ref c4x, ref c4y, ref c5x, ref c5y);
            if (sizeof(TRows) > 6)
            {
                Add(6, c6, cRow, last,
                    ref c6x, ref c6y, ref c7x, ref c7y, ref c8x, ref c8y,
                    ref c9x, ref c9y, ref c10x, ref c10y, ref c11x, ref c11y);
            }
        }

        Store(0, c, cRow, last,
            c0x, c0y, c1x, c1y, c2x, c2y,
            c3x, c3y, c4x, c4y, c5x, c5y);
        if (sizeof(TRows) > 6)
        {
            Store(6, c6, cRow, last,
                c6x, c6y, c7x, c7y, c8x, c8y,
                c9x, c9y, c10x, c10y, c11x, c11y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadFirst(T* b, nint distance, int last)
    {
        return typeof(TEdge) == typeof(Extent.Of1) && sizeof(TVectors) == 1
            ? TSimd.LoadPartial(b + distance, last)
            : *(TVector*)(b + distance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadSecond(T* b, nint distance, int last)
    {
        return sizeof(TVectors) == 1 ? default
            : typeof(TEdge) == typeof(Extent.Of1) ? TSimd.LoadPartial(b + distance + TSimd.Count, last)
            : ((TVector*)(b + distance))[1];
    }

    // One product for each sum of six rows, the first of them given: the elements of A so many depths on by a row of B.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        int first, T* a, T* a3, nint aRow, nint aRow2, nint depths, nint aDepth, TVector x, TVector y,
        ref TVector c0x, ref TVector c0y, ref TVector c1x, ref TVector c1y, ref TVector c2x, ref TVector c2y,
        ref TVector c3x, ref TVector c3y, ref TVector c4x, ref TVector c4y, ref TVector c5x, ref TVector c5y)
    {
        Accumulate(Element(a, a, 0, 0, depths, aDepth), x, y, ref c0x, ref c0y);
        if (sizeof(TRows) > first + 1)
        {
            Accumulate(Element(a, a, 1, aRow, depths, aDepth), x, y, ref c1x, ref c1y);
        }

        if (sizeof(TRows) > first + 2)
        {
            Accumulate(Element(a, a, 2, aRow2, depths, aDepth), x, y, ref c2x, ref c2y);
        }

        if (sizeof(TRows) > first + 3)
        {
            Accumulate(Element(a, a3, 3, 0, depths, aDepth), x, y, ref c3x, ref c3y);
        }

        if (sizeof(TRows) > first + 4)
        {
            Accumulate(Element(a, a3, 4, aRow, depths, aDepth), x, y, ref c4x, ref c4y);
        }

        if (sizeof(TRows) > first + 5)
        {
            Accumulate(Element(a, a3, 5, aRow2, depths, aDepth), x, y, ref c5x, ref c5y);
        }
    }

    // Constants are to be added last, so that they become part of an address.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T* Element(T* a, T* near, int row, nint distance, nint depths, nint aDepth)
    {
        return typeof(TLeft) == typeof(LeftLayout.Strip) ? a + ((depths * sizeof(TRows)) + row)
            : typeof(TLeft) == typeof(LeftLayout.Columns) ? a + (depths * aDepth) + row
            : typeof(TLeft) == typeof(LeftLayout.Rows) ? near + distance + depths
            : typeof(TLeft) == typeof(LeftLayout.RowsFromAfar) ? near + distance + depths
            : near + distance + (depths * aDepth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance(ref T* a, ref T* a3, ref T* a6, ref T* a9, nint depths, nint aDepth)
    {
        bool isOneBase = typeof(TLeft) == typeof(LeftLayout.Columns) || typeof(TLeft) == typeof(LeftLayout.Strip);
        nint distance = typeof(TLeft) == typeof(LeftLayout.Rows) ? depths
            : typeof(TLeft) == typeof(LeftLayout.RowsFromAfar) ? depths
            : typeof(TLeft) == typeof(LeftLayout.Strip) ? depths * sizeof(TRows)
            : depths * aDepth;
        a += distance;
        if (sizeof(TRows) > 3 && !isOneBase)
        {
            a3 += distance;
        }

        if (sizeof(TRows) > 6)
        {
            a6 += distance;
        }

        if (sizeof(TRows) > 9 && !isOneBase)
        {
            a9 += distance;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(T* a, TVector x, TVector y, ref TVector cx, ref TVector cy)
    {
        TVector value = TSimd.Create(*a);
        cx = TSimd.MultiplyAdd(value, x, cx);
        if (sizeof(TVectors) > 1)
        {
            cy = TSimd.MultiplyAdd(value, y, cy);
        }
    }

    // Adds what C holds to the sums of six rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        int first, T* c, nint cRow, int last,
        ref TVector c0x, ref TVector c0y, ref TVector c1x, ref TVector c1y, ref TVector c2x, ref TVector c2y,
        ref TVector c3x, ref TVector c3y, ref TVector c4x, ref TVector c4y, ref TVector c5x, ref TVector c5y)
    {
        AddRow(c, last, ref c0x, ref c0y);
        if (sizeof(TRows) > first + 1)
        {
            AddRow(c + cRow, last, ref c1x, ref c1y);
        }

        if (sizeof(TRows) > first + 2)
        {
            AddRow(c + (2 * cRow), last, ref c2x, ref c2y);
        }

        if (sizeof(TRows) > first + 3)
        {
            AddRow(c + (3 * cRow), last, ref c3x, ref c3y);
        }

        if (sizeof(TRows) > first + 4)
        {
            AddRow(c + (4 * cRow), last, ref c4x, ref c4y);
        }

        if (sizeof(TRows) > first + 5)
        {
            AddRow(c + (5 * cRow), last, ref c5x, ref c5y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        int first, T* c, nint cRow, int last,
        TVector c0x, TVector c0y, TVector c1x, TVector c1y, TVector c2x, TVector c2y,
        TVector c3x, TVector c3y, TVector c4x, TVector c4y, TVector c5x, TVector c5y)
    {
        StoreRow(c, last, c0x, c0y);
        if (sizeof(TRows) > first + 1)
        {
            StoreRow(c + cRow, last, c1x, c1y);
        }

        if (sizeof(TRows) > first + 2)
        {
            StoreRow(c + (2 * cRow), last, c2x, c2y);
        }

        if (sizeof(TRows) > first + 3)
        {
            StoreRow(c + (3 * cRow), last, c3x, c3y);
        }

        if (sizeof(TRows) > first + 4)
        {
            StoreRow(c + (4 * cRow), last, c4x, c4y);
        }

        if (sizeof(TRows) > first + 5)
        {
            StoreRow(c + (5 * cRow), last, c5x, c5y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(T* c, int last, ref TVector cx, ref TVector cy)
    {
        cx = TSimd.Add(LoadFirst(c, 0, last), cx);
        if (sizeof(TVectors) > 1)
        {
            cy = TSimd.Add(LoadSecond(c, 0, last), cy);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(T* c, int last, TVector cx, TVector cy)
    {
        if (sizeof(TVectors) > 1)
        {
            *(TVector*)c = cx;
            StoreLast(c + TSimd.Count, last, cy);
        }
        else
        {
            StoreLast(c, last, cx);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLast(T* c, int last, TVector value)
    {
        if (typeof(TEdge) == typeof(Extent.Of1))
        {
            TSimd.StorePartial(value, c, last);
        }
        else
        {
            *(TVector*)c = value;
        }
    }
}
