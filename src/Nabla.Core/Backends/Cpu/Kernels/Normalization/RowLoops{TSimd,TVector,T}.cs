using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Normalization;

/// <inheritdoc/>
/// <remarks>
/// A row stays in L1 between its passes. Its sums are taken in the lanes of one line of 256 bytes whatever the width,
/// which are then halved until one is left.
/// </remarks>
internal sealed unsafe class RowLoops<TSimd, TVector, T> : RowLoops
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LineBytes = 256;
    private const int Accumulators = 4;

    private static int Lanes => LineBytes / sizeof(T);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Normalize(
        byte* x, byte* scale, byte* offset, long features, double epsilon, byte* y, byte* inverse, byte* mean)
    {
        nint count = (nint)features;
        T* source = (T*)x, factor = (T*)scale, summand = (T*)offset, target = (T*)y;
        T share = T.One / T.CreateChecked(features);
        T center = summand is null ? T.Zero : Fold(new Numbers(source), count) * share;
        T square = Fold(new Squares(source, center), count) * share;
        T deviation = T.One / T.Sqrt(square + T.CreateChecked(epsilon));
        *(T*)inverse = deviation;
        TVector shift = TSimd.Create(center), by = TSimd.Create(deviation);
        if (summand is null)
        {
            for (nint i = 0; i < count; i += TSimd.Count)
            {
                int lanes = (int)nint.Min(TSimd.Count, count - i);
                TVector normal = TSimd.Multiply(Load(source + i, lanes), by);
                Store(TSimd.Multiply(normal, Load(factor + i, lanes)), target + i, lanes);
            }

            return;
        }

        *(T*)mean = center;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            int lanes = (int)nint.Min(TSimd.Count, count - i);
            TVector normal = TSimd.Multiply(TSimd.Subtract(Load(source + i, lanes), shift), by);
            Store(
                TSimd.MultiplyAdd(normal, Load(factor + i, lanes), Load(summand + i, lanes)), target + i, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Gradient(
        byte* x, byte* scale, byte* dy, byte* inverse, byte* mean, long features, byte* dx, byte* dscale,
        byte* doffset)
    {
        nint count = (nint)features;
        T* source = (T*)x, factor = (T*)scale, gradient = (T*)dy, target = (T*)dx, ofScale = (T*)dscale;
        T deviation = *(T*)inverse, center = mean is null ? T.Zero : *(T*)mean;
        T share = T.One / T.CreateChecked(features);
        T average = mean is null ? T.Zero : Fold(new Products(gradient, factor), count) * share;
        T slope = Fold(new Moments(gradient, factor, source, center), count) * share * deviation;
        TVector shift = TSimd.Create(center), by = TSimd.Create(deviation);
        TVector less = TSimd.Create(-average), along = TSimd.Create(-slope);
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            int lanes = (int)nint.Min(TSimd.Count, count - i);
            TVector d = Load(gradient + i, lanes);
            TVector normal = TSimd.Multiply(TSimd.Subtract(Load(source + i, lanes), shift), by);
            TVector rest = TSimd.MultiplyAdd(d, Load(factor + i, lanes), TSimd.MultiplyAdd(normal, along, less));
            Store(TSimd.Multiply(rest, by), target + i, lanes);
            Store(TSimd.MultiplyAdd(d, normal, Load(ofScale + i, lanes)), ofScale + i, lanes);
            if (doffset is not null)
            {
                T* ofOffset = (T*)doffset + i;
                Store(TSimd.Add(Load(ofOffset, lanes), d), ofOffset, lanes);
            }
        }
    }

    /// <summary>The sum of terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Fold<TTerm>(TTerm term, nint count) where TTerm : struct, ITerm
    {
        T* lanes = stackalloc T[Lanes];
        for (int part = 0; part < Lanes; part += Accumulators * TSimd.Count)
        {
            TVector a = TSimd.Zero, b = a, c = a, d = a;
            nint i = part;
            for (; i - part + Lanes <= count; i += Lanes)
            {
                a = term.Add(a, i);
                b = term.Add(b, i + TSimd.Count);
                c = term.Add(c, i + (2 * TSimd.Count));
                d = term.Add(d, i + (3 * TSimd.Count));
            }

            TSimd.Store(AddRest(term, a, i, count), lanes + part);
            TSimd.Store(AddRest(term, b, i + TSimd.Count, count), lanes + part + TSimd.Count);
            TSimd.Store(AddRest(term, c, i + (2 * TSimd.Count), count), lanes + part + (2 * TSimd.Count));
            TSimd.Store(AddRest(term, d, i + (3 * TSimd.Count), count), lanes + part + (3 * TSimd.Count));
        }

        int half = Lanes / 2;
        for (; half >= TSimd.Count; half /= 2)
        {
            for (int i = 0; i < half; i += TSimd.Count)
            {
                TSimd.Store(TSimd.Add(TSimd.Load(lanes + i), TSimd.Load(lanes + half + i)), lanes + i);
            }
        }

        for (; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                lanes[i] += lanes[half + i];
            }
        }

        return lanes[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddRest<TTerm>(TTerm term, TVector sum, nint start, nint count)
        where TTerm : struct, ITerm =>
        start >= count ? sum
        : start + TSimd.Count <= count ? term.Add(sum, start)
        : term.Add(sum, start, (int)(count - start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load(T* source, int lanes) =>
        lanes == TSimd.Count ? TSimd.Load(source) : TSimd.LoadPartial(source, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector value, T* destination, int lanes)
    {
        if (lanes == TSimd.Count)
        {
            TSimd.Store(value, destination);
        }
        else
        {
            TSimd.StorePartial(value, destination, lanes);
        }
    }

    /// <summary>What is summed up, a register of it at a time; lanes that are not there add zero.</summary>
    private interface ITerm
    {
        TVector Add(TVector sum, nint place);

        TVector Add(TVector sum, nint place, int lanes);
    }

    private readonly struct Numbers(T* x) : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Add(TVector sum, nint place) => TSimd.Add(sum, TSimd.Load(x + place));

        public TVector Add(TVector sum, nint place, int lanes) =>
            TSimd.Add(sum, TSimd.LoadPartial(x + place, lanes));
    }

    private readonly struct Squares(T* x, T center) : ITerm
    {
        private readonly TVector _center = TSimd.Create(center);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Add(TVector sum, nint place)
        {
            TVector distance = TSimd.Subtract(TSimd.Load(x + place), _center);
            return TSimd.MultiplyAdd(distance, distance, sum);
        }

        public TVector Add(TVector sum, nint place, int lanes)
        {
            TVector isThere = TSimd.Less(TSimd.FromIntegerBits(TSimd.Indices), TSimd.Constant(lanes));
            TVector distance = TSimd.And(isThere, TSimd.Subtract(TSimd.LoadPartial(x + place, lanes), _center));
            return TSimd.MultiplyAdd(distance, distance, sum);
        }
    }

    private readonly struct Products(T* a, T* b) : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Add(TVector sum, nint place) =>
            TSimd.MultiplyAdd(TSimd.Load(a + place), TSimd.Load(b + place), sum);

        public TVector Add(TVector sum, nint place, int lanes) =>
            TSimd.MultiplyAdd(TSimd.LoadPartial(a + place, lanes), TSimd.LoadPartial(b + place, lanes), sum);
    }

    private readonly struct Moments(T* a, T* b, T* x, T center) : ITerm
    {
        private readonly TVector _center = TSimd.Create(center);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Add(TVector sum, nint place) => TSimd.MultiplyAdd(
            TSimd.Multiply(TSimd.Load(a + place), TSimd.Load(b + place)),
            TSimd.Subtract(TSimd.Load(x + place), _center), sum);

        public TVector Add(TVector sum, nint place, int lanes) => TSimd.MultiplyAdd(
            TSimd.Multiply(TSimd.LoadPartial(a + place, lanes), TSimd.LoadPartial(b + place, lanes)),
            TSimd.Subtract(TSimd.LoadPartial(x + place, lanes), _center), sum);
    }
}
