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
/// In the disassembly of the 12 by 2 vector tile the loop is 2 loads, 12 broadcasts, 24 multiply-adds, 2 prefetches and
/// 7 scalar instructions, with no move and nothing on the stack; the mask of an edge stays in a mask register
/// throughout.
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
internal static unsafe class TileKernel<T, TVector, TSimd, TRows, TVectors, TEdge>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<TVector, T>
    where TRows : IExtent
    where TVectors : IExtent
    where TEdge : IExtent
{
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
        nint depth = frame->Depth;
        nint aAhead = frame->AAhead;

        // Four bases three rows apart: with a stride and its double, every row is one addressing mode away.
        T* a3 = a + aRow + aRow2;
        T* a6 = a3 + aRow + aRow2;
        T* a9 = a6 + aRow + aRow2;
        int last = columns - ((TVectors.Value - 1) * TSimd.Count);

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

        do
        {
            TVector x = LoadFirst(b, last);
            TVector y = LoadSecond(b, last);
            Step(a, x, y, ref c0x, ref c0y);
            if (TRows.Value > 1)
            {
                Step(a + aRow, x, y, ref c1x, ref c1y);
            }

            if (TRows.Value > 2)
            {
                Step(a + aRow2, x, y, ref c2x, ref c2y);
            }

            if (TRows.Value > 3)
            {
                Step(a3, x, y, ref c3x, ref c3y);
            }

            if (TRows.Value > 4)
            {
                Step(a3 + aRow, x, y, ref c4x, ref c4y);
            }

            if (TRows.Value > 5)
            {
                Step(a3 + aRow2, x, y, ref c5x, ref c5y);
            }

            if (TRows.Value > 6)
            {
                Step(a6, x, y, ref c6x, ref c6y);
            }

            if (TRows.Value > 7)
            {
                Step(a6 + aRow, x, y, ref c7x, ref c7y);
            }

            if (TRows.Value > 8)
            {
                Step(a6 + aRow2, x, y, ref c8x, ref c8y);
            }

            if (TRows.Value > 9)
            {
                Step(a9, x, y, ref c9x, ref c9y);
            }

            if (TRows.Value > 10)
            {
                Step(a9 + aRow, x, y, ref c10x, ref c10y);
            }

            if (TRows.Value > 11)
            {
                Step(a9 + aRow2, x, y, ref c11x, ref c11y);
            }

            if (Sse.IsSupported)
            {
                Sse.Prefetch0(a + aAhead);
                Sse.Prefetch0(a9 + aAhead);
            }

            a += aDepth;
            a3 += aDepth;
            a6 += aDepth;
            a9 += aDepth;
            b += bDepth;
        }
        while (--depth != 0);

        bool adds = frame->Adds;
        nint cRow = frame->CRow;
        Finish(c, c0x, c0y, last, adds);
        if (TRows.Value > 1)
        {
            c += cRow;
            Finish(c, c1x, c1y, last, adds);
        }

        if (TRows.Value > 2)
        {
            c += cRow;
            Finish(c, c2x, c2y, last, adds);
        }

        if (TRows.Value > 3)
        {
            c += cRow;
            Finish(c, c3x, c3y, last, adds);
        }

        if (TRows.Value > 4)
        {
            c += cRow;
            Finish(c, c4x, c4y, last, adds);
        }

        if (TRows.Value > 5)
        {
            c += cRow;
            Finish(c, c5x, c5y, last, adds);
        }

        if (TRows.Value > 6)
        {
            c += cRow;
            Finish(c, c6x, c6y, last, adds);
        }

        if (TRows.Value > 7)
        {
            c += cRow;
            Finish(c, c7x, c7y, last, adds);
        }

        if (TRows.Value > 8)
        {
            c += cRow;
            Finish(c, c8x, c8y, last, adds);
        }

        if (TRows.Value > 9)
        {
            c += cRow;
            Finish(c, c9x, c9y, last, adds);
        }

        if (TRows.Value > 10)
        {
            c += cRow;
            Finish(c, c10x, c10y, last, adds);
        }

        if (TRows.Value > 11)
        {
            c += cRow;
            Finish(c, c11x, c11y, last, adds);
        }

    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadFirst(T* b, int last)
    {
        return TEdge.Value != 0 && TVectors.Value == 1 ? TSimd.LoadPartial(b, last) : *(TVector*)b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadSecond(T* b, int last)
    {
        return TVectors.Value == 1 ? default
            : TEdge.Value != 0 ? TSimd.LoadPartial(b + TSimd.Count, last)
            : ((TVector*)b)[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(T* a, TVector x, TVector y, ref TVector cx, ref TVector cy)
    {
        TVector value = TSimd.Create(*a);
        cx = TSimd.MultiplyAdd(value, x, cx);
        if (TVectors.Value > 1)
        {
            cy = TSimd.MultiplyAdd(value, y, cy);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(T* c, TVector cx, TVector cy, int last, bool adds)
    {
        var row = (TVector*)c;
        if (TVectors.Value > 1)
        {
            *row = adds ? TSimd.Add(*row, cx) : cx;
            row++;
            cx = cy;
        }

        if (TEdge.Value != 0)
        {
            TSimd.StorePartial(adds ? TSimd.Add(TSimd.LoadPartial((T*)row, last), cx) : cx, (T*)row, last);
        }
        else
        {
            *row = adds ? TSimd.Add(*row, cx) : cx;
        }
    }
}
