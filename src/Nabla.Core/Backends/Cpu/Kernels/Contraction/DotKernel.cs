using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>One row of A by columns of B where both lie side by side along the depth: dot products.</summary>
/// <remarks>
/// Each sum is as many as a vector of 512 bits has elements, whatever the processor's own width, folded in halves at
/// the end of a depth block. A single dot product keeps four such vectors, because one chain alone would wait for
/// itself.
/// </remarks>
internal static unsafe class DotKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes <paramref name="columns"/> elements of a row of C, more than one in all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(T* a, T* b, T* c, TileFrame* frame, int columns)
    {
        nint column = frame->BColumn;
        for (; columns >= 8; columns -= 8, b += 8 * column, c += 8)
        {
            Block<Extent.Of8>(a, b, c, frame);
        }

        if (columns >= 4)
        {
            Block<Extent.Of4>(a, b, c, frame);
            columns -= 4;
            b += 4 * column;
            c += 4;
        }

        for (; columns > 0; columns--, b += column, c++)
        {
            Block<Extent.Of1>(a, b, c, frame);
        }
    }

    /// <summary>Computes a product that is a single number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunSingle(T* a, T* b, T* c, TileFrame* frame, int columns)
    {
        int width = Vector512<T>.Count;
        nint depth = frame->Depth;
        Vector512<T> s0 = default, s1 = default, s2 = default, s3 = default;
        for (; depth >= 4 * width; depth -= 4 * width, a += 4 * width, b += 4 * width)
        {
            s0 = Simd512<T>.MultiplyAdd(Vector512.Load(a), Vector512.Load(b), s0);
            s1 = Simd512<T>.MultiplyAdd(Vector512.Load(a + width), Vector512.Load(b + width), s1);
            s2 = Simd512<T>.MultiplyAdd(Vector512.Load(a + (2 * width)), Vector512.Load(b + (2 * width)), s2);
            s3 = Simd512<T>.MultiplyAdd(Vector512.Load(a + (3 * width)), Vector512.Load(b + (3 * width)), s3);
        }

        for (; depth >= width; depth -= width, a += width, b += width)
        {
            s0 = Simd512<T>.MultiplyAdd(Vector512.Load(a), Vector512.Load(b), s0);
        }

        if (depth > 0)
        {
            s1 = Simd512<T>.MultiplyAdd(
                Simd512<T>.LoadPartial(a, (int)depth), Simd512<T>.LoadPartial(b, (int)depth), s1);
        }

        T sum = Fold((s0 + s1) + (s2 + s3));
        *c = frame->Adds ? *c + sum : sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Block<TColumns>(T* a, T* b, T* c, TileFrame* frame)
        where TColumns : IExtent
    {
        nint column = frame->BColumn;
        nint column2 = column + column;
        nint depth = frame->Depth;
        T* b4 = b + (4 * column);
        T* b2 = b + column2;
        T* b6 = b4 + column2;
        Vector512<T> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<T> s4 = default, s5 = default, s6 = default, s7 = default;
        while (depth > 0)
        {
            if (depth >= Vector512<T>.Count)
            {
                Vector512<T> x = Vector512.Load(a);
                s0 = Simd512<T>.MultiplyAdd(x, Vector512.Load(b), s0);
                if (TColumns.Value > 1)
                {
                    s1 = Simd512<T>.MultiplyAdd(x, Vector512.Load(b + column), s1);
                    s2 = Simd512<T>.MultiplyAdd(x, Vector512.Load(b2), s2);
                    s3 = Simd512<T>.MultiplyAdd(x, Vector512.Load(b2 + column), s3);
                }

                if (TColumns.Value > 4)
                {
                    s4 = Simd512<T>.MultiplyAdd(x, Vector512.Load(b4), s4);
                    s5 = Simd512<T>.MultiplyAdd(x, Vector512.Load(b4 + column), s5);
                    s6 = Simd512<T>.MultiplyAdd(x, Vector512.Load(b6), s6);
                    s7 = Simd512<T>.MultiplyAdd(x, Vector512.Load(b6 + column), s7);
                }
            }
            else
            {
                int count = (int)depth;
                Vector512<T> x = Simd512<T>.LoadPartial(a, count);
                s0 = Simd512<T>.MultiplyAdd(x, Simd512<T>.LoadPartial(b, count), s0);
                if (TColumns.Value > 1)
                {
                    s1 = Simd512<T>.MultiplyAdd(x, Simd512<T>.LoadPartial(b + column, count), s1);
                    s2 = Simd512<T>.MultiplyAdd(x, Simd512<T>.LoadPartial(b2, count), s2);
                    s3 = Simd512<T>.MultiplyAdd(x, Simd512<T>.LoadPartial(b2 + column, count), s3);
                }

                if (TColumns.Value > 4)
                {
                    s4 = Simd512<T>.MultiplyAdd(x, Simd512<T>.LoadPartial(b4, count), s4);
                    s5 = Simd512<T>.MultiplyAdd(x, Simd512<T>.LoadPartial(b4 + column, count), s5);
                    s6 = Simd512<T>.MultiplyAdd(x, Simd512<T>.LoadPartial(b6, count), s6);
                    s7 = Simd512<T>.MultiplyAdd(x, Simd512<T>.LoadPartial(b6 + column, count), s7);
                }
            }

            a += Vector512<T>.Count;
            b += Vector512<T>.Count;
            b2 += Vector512<T>.Count;
            b4 += Vector512<T>.Count;
            b6 += Vector512<T>.Count;
            depth -= Vector512<T>.Count;
        }

        bool adds = frame->Adds;
        Finish(c, s0, adds);
        if (TColumns.Value > 1)
        {
            Finish(c + 1, s1, adds);
            Finish(c + 2, s2, adds);
            Finish(c + 3, s3, adds);
        }

        if (TColumns.Value > 4)
        {
            Finish(c + 4, s4, adds);
            Finish(c + 5, s5, adds);
            Finish(c + 6, s6, adds);
            Finish(c + 7, s7, adds);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(T* c, Vector512<T> sums, bool adds)
    {
        T sum = Fold(sums);
        *c = adds ? *c + sum : sum;
    }

    // Halves are folded onto each other down to one element.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Fold(Vector512<T> sums)
    {
        Vector256<T> eighth = sums.GetLower() + sums.GetUpper();
        Vector128<T> quarter = eighth.GetLower() + eighth.GetUpper();
        if (typeof(T) == typeof(double))
        {
            return quarter.GetElement(0) + quarter.GetElement(1);
        }

        return (quarter.GetElement(0) + quarter.GetElement(2)) + (quarter.GetElement(1) + quarter.GetElement(3));
    }
}
