using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>One row of A by columns of B that lie side by side.</summary>
/// <remarks>
/// A single row offers too few independent sums to hide the latency of a multiply-add, so each sum is four, over every
/// fourth product, added as (0 + 1) + (2 + 3) at the end of a depth block: on every width, for every number of columns.
/// </remarks>
internal static unsafe class RowKernel<T, TVector, TSimd>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<TVector, T>
{
    private const int Lanes = 4;

    /// <summary>Computes <paramref name="columns"/> elements of a row of C.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(T* a, T* b, T* c, TileFrame* frame, int columns)
    {
        int width = TSimd.Count;
        for (; columns >= 4 * width; columns -= 4 * width, b += 4 * width, c += 4 * width)
        {
            Block<Extent.Of4, Extent.Of0>(a, b, c, frame, columns);
        }

        if (columns >= 2 * width)
        {
            Block<Extent.Of2, Extent.Of0>(a, b, c, frame, columns);
            columns -= 2 * width;
            b += 2 * width;
            c += 2 * width;
        }

        if (columns >= width)
        {
            Block<Extent.Of1, Extent.Of0>(a, b, c, frame, columns);
            columns -= width;
            b += width;
            c += width;
        }

        if (columns > 0)
        {
            Block<Extent.Of1, Extent.Of1>(a, b, c, frame, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Block<TVectors, TEdge>(T* a, T* b, T* c, TileFrame* frame, int columns)
        where TVectors : IExtent
        where TEdge : IExtent
    {
        nint aDepth = frame->ADepth;
        nint bDepth = frame->BDepth;
        nint depth = frame->Depth;
        TVector s0 = default, s1 = default, s2 = default, s3 = default;
        TVector t0 = default, t1 = default, t2 = default, t3 = default;
        TVector u0 = default, u1 = default, u2 = default, u3 = default;
        TVector v0 = default, v1 = default, v2 = default, v3 = default;
        for (; depth >= Lanes; depth -= Lanes)
        {
            Step<TVectors, TEdge>(a, b, columns, ref s0, ref t0, ref u0, ref v0);
            a += aDepth;
            b += bDepth;
            Step<TVectors, TEdge>(a, b, columns, ref s1, ref t1, ref u1, ref v1);
            a += aDepth;
            b += bDepth;
            Step<TVectors, TEdge>(a, b, columns, ref s2, ref t2, ref u2, ref v2);
            a += aDepth;
            b += bDepth;
            Step<TVectors, TEdge>(a, b, columns, ref s3, ref t3, ref u3, ref v3);
            a += aDepth;
            b += bDepth;
        }

        if (depth > 0)
        {
            Step<TVectors, TEdge>(a, b, columns, ref s0, ref t0, ref u0, ref v0);
        }

        if (depth > 1)
        {
            Step<TVectors, TEdge>(a + aDepth, b + bDepth, columns, ref s1, ref t1, ref u1, ref v1);
        }

        if (depth > 2)
        {
            Step<TVectors, TEdge>(a + (2 * aDepth), b + (2 * bDepth), columns, ref s2, ref t2, ref u2, ref v2);
        }

        bool adds = frame->Adds;
        Finish<TEdge>(c, s0, s1, s2, s3, columns, adds);
        if (TVectors.Value > 1)
        {
            Finish<TEdge>(c + TSimd.Count, t0, t1, t2, t3, columns, adds);
        }

        if (TVectors.Value > 2)
        {
            Finish<TEdge>(c + (2 * TSimd.Count), u0, u1, u2, u3, columns, adds);
            Finish<TEdge>(c + (3 * TSimd.Count), v0, v1, v2, v3, columns, adds);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVectors, TEdge>(
        T* a, T* b, int columns, ref TVector s, ref TVector t, ref TVector u, ref TVector v)
        where TVectors : IExtent
        where TEdge : IExtent
    {
        TVector value = TSimd.Create(*a);
        s = TSimd.MultiplyAdd(value, TEdge.Value != 0 ? TSimd.LoadPartial(b, columns) : *(TVector*)b, s);
        if (TVectors.Value > 1)
        {
            t = TSimd.MultiplyAdd(value, ((TVector*)b)[1], t);
        }

        if (TVectors.Value > 2)
        {
            u = TSimd.MultiplyAdd(value, ((TVector*)b)[2], u);
            v = TSimd.MultiplyAdd(value, ((TVector*)b)[3], v);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TEdge>(
        T* c, TVector lane0, TVector lane1, TVector lane2, TVector lane3, int columns, bool adds)
        where TEdge : IExtent
    {
        TVector sum = TSimd.Add(TSimd.Add(lane0, lane1), TSimd.Add(lane2, lane3));
        if (TEdge.Value != 0)
        {
            TSimd.StorePartial(adds ? TSimd.Add(TSimd.LoadPartial(c, columns), sum) : sum, c, columns);
        }
        else
        {
            *(TVector*)c = adds ? TSimd.Add(*(TVector*)c, sum) : sum;
        }
    }
}
