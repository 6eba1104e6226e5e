using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>The loops of one reduction, lane type and vector width.</summary>
internal sealed unsafe class ReductionBody<TReducer, TSimd, TVector, T> : ReductionBody
    where TReducer : IReducer
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    private const int Accumulators = 4;

    public override int ElementBytes => sizeof(T);

    private static int Lanes => LineBytes / sizeof(T);

    // All bits set, then none: read from the middle less n lanes, it is the mask of the first n lanes.
    private static ReadOnlySpan<byte> LaneMasks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Row(byte* x, long count, byte* result)
    {
        if (count <= TSimd.Count)
        {
            // The other lanes of the line would be the identity.
            *(T*)result = FoldVector(count == 0 ? Identity() : Combine(Identity(), Tail((T*)x, (int)count)));
            return;
        }

        byte* line = stackalloc byte[LineBytes];
        long block = BlockElements;
        for (long start = 0; start < count; start += block)
        {
            Block(x + (start * sizeof(T)), Math.Min(block, count - start), line, start == 0);
        }

        Fold(line, result);
    }

    /// <summary>
    /// A line is folded in sweeps of four registers over the block, which stays in cache: one sweep on the widest
    /// vectors.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Block(byte* x, long count, byte* line, bool isFirst)
    {
        T* total = (T*)line;
        for (int part = 0; part < Lanes; part += Accumulators * TSimd.Count)
        {
            TVector a = Identity(), b = a, c = a, d = a;
            T* source = (T*)x + part;
            T* end = (T*)x + count;
            for (; source - part + Lanes <= end; source += Lanes)
            {
                a = Combine(a, TSimd.Load(source));
                b = Combine(b, TSimd.Load(source + TSimd.Count));
                c = Combine(c, TSimd.Load(source + (2 * TSimd.Count)));
                d = Combine(d, TSimd.Load(source + (3 * TSimd.Count)));
            }

            a = CombineTail(a, source, end);
            b = CombineTail(b, source + TSimd.Count, end);
            c = CombineTail(c, source + (2 * TSimd.Count), end);
            d = CombineTail(d, source + (3 * TSimd.Count), end);
            T* target = total + part;
            TSimd.Store(isFirst ? a : Combine(TSimd.Load(target), a), target);
            TSimd.Store(isFirst ? b : Combine(TSimd.Load(target + TSimd.Count), b), target + TSimd.Count);
            TSimd.Store(isFirst ? c : Combine(TSimd.Load(target + (2 * TSimd.Count)), c), target + (2 * TSimd.Count));
            TSimd.Store(isFirst ? d : Combine(TSimd.Load(target + (3 * TSimd.Count)), d), target + (3 * TSimd.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold(byte* line, byte* result)
    {
        T* lanes = (T*)line;
        for (int half = Lanes / 2; half >= TSimd.Count; half /= 2)
        {
            for (int i = 0; i < half; i += TSimd.Count)
            {
                TSimd.Store(Combine(TSimd.Load(lanes + i), TSimd.Load(lanes + half + i)), lanes + i);
            }
        }

        *(T*)result = FoldVector(TSimd.Load(lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Columns(byte* x, nint stride, long rows, long columns, byte* result, bool isFirst = true)
    {
        if (isFirst)
        {
            Identity(result, columns);
        }

        long row = 0;
        for (; row <= rows - Accumulators; row += Accumulators, x += Accumulators * stride)
        {
            nint i = 0;
            for (; i <= columns - TSimd.Count; i += TSimd.Count)
            {
                TVector first = Combine(TSimd.Load((T*)x + i), TSimd.Load((T*)(x + stride) + i));
                TVector second = Combine(
                    TSimd.Load((T*)(x + (2 * stride)) + i), TSimd.Load((T*)(x + (3 * stride)) + i));
                TSimd.Store(Combine(TSimd.Load((T*)result + i), Combine(first, second)), (T*)result + i);
            }

            if (i < columns)
            {
                int count = (int)(columns - i);
                TVector first = Combine(
                    TSimd.LoadPartial((T*)x + i, count), TSimd.LoadPartial((T*)(x + stride) + i, count));
                TVector second = Combine(
                    TSimd.LoadPartial((T*)(x + (2 * stride)) + i, count),
                    TSimd.LoadPartial((T*)(x + (3 * stride)) + i, count));
                TVector total = Combine(TSimd.LoadPartial((T*)result + i, count), Combine(first, second));
                TSimd.StorePartial(total, (T*)result + i, count);
            }
        }

        for (; row < rows; row++, x += stride)
        {
            nint i = 0;
            for (; i <= columns - TSimd.Count; i += TSimd.Count)
            {
                TSimd.Store(Combine(TSimd.Load((T*)result + i), TSimd.Load((T*)x + i)), (T*)result + i);
            }

            if (i < columns)
            {
                int count = (int)(columns - i);
                TVector total = Combine(TSimd.LoadPartial((T*)result + i, count), TSimd.LoadPartial((T*)x + i, count));
                TSimd.StorePartial(total, (T*)result + i, count);
            }
        }
    }

    public override void Identity(byte* result, long count)
    {
        TVector identity = Identity();
        long i = 0;
        for (; i <= count - TSimd.Count; i += TSimd.Count)
        {
            TSimd.Store(identity, (T*)result + i);
        }

        if (i < count)
        {
            TSimd.StorePartial(identity, (T*)result + i, (int)(count - i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector CombineTail(TVector value, T* source, T* end) =>
        source >= end ? value : Combine(value, Tail(source, (int)Math.Min(end - source, TSimd.Count)));

    /// <summary>Up to a register of elements, the identity behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Tail(T* source, int count)
    {
        byte* masks = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(LaneMasks));
        TVector mask = TSimd.Load((T*)(masks + (LaneMasks.Length / 2) - (count * sizeof(T))));
        return TSimd.Select(mask, TSimd.LoadPartial(source, count), Identity());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Identity() => TReducer.Identity<TSimd, TVector>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Combine(TVector left, TVector right) => TReducer.Combine<TSimd, TVector>(left, right);

    /// <summary>Halves a register until one lane is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FoldVector(TVector value)
    {
        if (typeof(TVector) == typeof(Vector512<T>))
        {
            Vector512<T> wide = Unsafe.BitCast<TVector, Vector512<T>>(value);
            return Fold256(TReducer.Combine<Simd256<T>, Vector256<T>>(wide.GetLower(), wide.GetUpper()));
        }

        return typeof(TVector) == typeof(Vector256<T>) ? Fold256(Unsafe.BitCast<TVector, Vector256<T>>(value))
            : typeof(TVector) == typeof(Vector128<T>) ? Fold128(Unsafe.BitCast<TVector, Vector128<T>>(value))
            : Unsafe.BitCast<TVector, T>(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Fold256(Vector256<T> value) =>
        Fold128(TReducer.Combine<Simd128<T>, Vector128<T>>(value.GetLower(), value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Fold128(Vector128<T> value)
    {
        Vector128<T> upper = Vector128.Shuffle(value.AsInt64(), Vector128.Create(1L, 0)).As<long, T>();
        value = TReducer.Combine<Simd128<T>, Vector128<T>>(value, upper);
        if (sizeof(T) == sizeof(int))
        {
            Vector128<T> second = Vector128.Shuffle(value.AsInt32(), Vector128.Create(1, 0, 3, 2)).As<int, T>();
            value = TReducer.Combine<Simd128<T>, Vector128<T>>(value, second);
        }

        return value.ToScalar();
    }
}
