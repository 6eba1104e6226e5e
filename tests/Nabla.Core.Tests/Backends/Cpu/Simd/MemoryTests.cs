using System.Numerics;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Simd;

/// <summary>Loads and stores, whole and partial, of numbers, bytes and masks: right, and not a byte further than
/// asked.</summary>
public sealed unsafe class MemoryTests
{
    [Fact]
    public void Float32() => AllWidths<float>();

    [Fact]
    public void Float64() => AllWidths<double>();

    [Fact]
    public void Int32() => AllWidths<int>();

    [Fact]
    public void Int64() => AllWidths<long>();

    private static void AllWidths<T>()
        where T : unmanaged, INumber<T>
    {
        using var page = new GuardedPage();
        Check<Simd512<T>, Vector512<T>, T>(page);
        Check<Simd256<T>, Vector256<T>, T>(page);
        Check<Simd128<T>, Vector128<T>, T>(page);
        Check<SimdScalar<T>, T, T>(page);
    }

    private static void Check<TSimd, TVector, T>(GuardedPage page)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, INumber<T>
    {
        T* lanes = stackalloc T[16];
        for (int count = 0; count <= TSimd.Count; count++)
        {
            T* end = (T*)page.End;
            T* source = end - count;
            for (int i = 0; i < count; i++)
            {
                source[i] = T.CreateChecked(i + 1);
            }

            TVector loaded = TSimd.LoadPartial(source, count);
            TSimd.Store(loaded, lanes);
            for (int i = 0; i < TSimd.Count; i++)
            {
                Assert.Equal(i < count ? T.CreateChecked(i + 1) : T.Zero, lanes[i]);
            }

            T* before = source - 1;
            *before = T.CreateChecked(99);
            TSimd.StorePartial(TSimd.Create(T.CreateChecked(7)), source, count);
            Assert.Equal(T.CreateChecked(99), *before);
            Assert.All(new ReadOnlySpan<T>(source, count).ToArray(), value => Assert.Equal(T.CreateChecked(7), value));
            CheckBytes<TSimd, TVector, T>(page, count, lanes);
        }

        T* whole = (T*)page.End - TSimd.Count;
        TSimd.Store(TSimd.Create(T.CreateChecked(5)), whole);
        TSimd.Store(TSimd.Load(whole), lanes);
        Assert.Equal(T.CreateChecked(5), lanes[TSimd.Count - 1]);
    }

    private static void CheckBytes<TSimd, TVector, T>(GuardedPage page, int count, T* lanes)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, INumber<T>
    {
        byte* source = page.End - count;
        source[-1] = 99;
        for (int i = 0; i < count; i++)
        {
            source[i] = (byte)(i % 3 == 0 ? 0 : 255 - i);
        }

        bool whole = count == TSimd.Count;
        TVector numbers = whole ? TSimd.LoadUInt8(source) : TSimd.LoadUInt8Partial(source, count);
        TVector mask = whole ? TSimd.LoadMask(source) : TSimd.LoadMaskPartial(source, count);
        TSimd.Store(numbers, lanes);
        for (int i = 0; i < TSimd.Count; i++)
        {
            Assert.Equal(T.CreateChecked(i >= count || i % 3 == 0 ? 0 : 255 - i), lanes[i]);
        }

        TSimd.Store(TSimd.Select(mask, TSimd.Constant(2), TSimd.Constant(1)), lanes);
        for (int i = 0; i < TSimd.Count; i++)
        {
            Assert.Equal(T.CreateChecked(i < count && i % 3 != 0 ? 2 : 1), lanes[i]);
        }

        // 300 wraps around to 44 in a byte.
        TVector stored = TSimd.Add(numbers, TSimd.Constant(300));
        if (whole)
        {
            TSimd.StoreUInt8(stored, source);
        }
        else
        {
            TSimd.StoreUInt8Partial(stored, source, count);
        }

        for (int i = 0; i < count; i++)
        {
            Assert.Equal((byte)((i % 3 == 0 ? 0 : 255 - i) + 300), source[i]);
        }

        if (whole)
        {
            TSimd.StoreMask(mask, source);
        }
        else
        {
            TSimd.StoreMaskPartial(mask, source, count);
        }

        for (int i = 0; i < count; i++)
        {
            Assert.Equal(i % 3 == 0 ? 0 : 1, source[i]);
        }

        Assert.Equal(99, source[-1]);
        Assert.Equal(count > 1, TSimd.Any(mask));
        Assert.True(TSimd.All(TSimd.AllBitsSet));
        Assert.Equal(TSimd.Count == 1 && count > 1, TSimd.All(mask));
    }
}
