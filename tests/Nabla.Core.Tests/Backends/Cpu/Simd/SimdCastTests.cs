using System.Numerics;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;
using Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

namespace Nabla.Tests.Backends.Cpu.Simd;

/// <summary>Casts of every lane count give the bits of the cast of one lane.</summary>
public sealed unsafe class SimdCastTests
{
    [Fact]
    public void Sixteen_lanes()
    {
        Check<Vector512<float>, Vector512<int>, float, int>(SimdCast.ToInt32, SimdCast.ToInt32);
        Check<Vector512<int>, Vector512<float>, int, float>(SimdCast.ToFloat32, SimdCast.ToFloat32);
    }

    [Fact]
    public void Eight_lanes()
    {
        Check<Vector256<float>, Vector256<int>, float, int>(SimdCast.ToInt32, SimdCast.ToInt32);
        Check<Vector256<float>, Vector512<double>, float, double>(SimdCast.ToFloat64, SimdCast.ToFloat64);
        Check<Vector256<float>, Vector512<long>, float, long>(SimdCast.ToInt64, SimdCast.ToInt64);
        Check<Vector512<double>, Vector256<float>, double, float>(SimdCast.ToFloat32, SimdCast.ToFloat32);
        Check<Vector512<double>, Vector256<int>, double, int>(SimdCast.ToInt32, SimdCast.ToInt32);
        Check<Vector512<double>, Vector512<long>, double, long>(SimdCast.ToInt64, SimdCast.ToInt64);
        Check<Vector256<int>, Vector256<float>, int, float>(SimdCast.ToFloat32, SimdCast.ToFloat32);
        Check<Vector256<int>, Vector512<double>, int, double>(SimdCast.ToFloat64, SimdCast.ToFloat64);
        Check<Vector256<int>, Vector512<long>, int, long>(SimdCast.ToInt64, SimdCast.ToInt64);
        Check<Vector512<long>, Vector256<float>, long, float>(SimdCast.ToFloat32, SimdCast.ToFloat32);
        Check<Vector512<long>, Vector512<double>, long, double>(SimdCast.ToFloat64, SimdCast.ToFloat64);
        Check<Vector512<long>, Vector256<int>, long, int>(SimdCast.ToInt32, SimdCast.ToInt32);
    }

    [Fact]
    public void Four_lanes()
    {
        Check<Vector128<float>, Vector128<int>, float, int>(SimdCast.ToInt32, SimdCast.ToInt32);
        Check<Vector128<float>, Vector256<double>, float, double>(SimdCast.ToFloat64, SimdCast.ToFloat64);
        Check<Vector128<float>, Vector256<long>, float, long>(SimdCast.ToInt64, SimdCast.ToInt64);
        Check<Vector256<double>, Vector128<float>, double, float>(SimdCast.ToFloat32, SimdCast.ToFloat32);
        Check<Vector256<double>, Vector128<int>, double, int>(SimdCast.ToInt32, SimdCast.ToInt32);
        Check<Vector256<double>, Vector256<long>, double, long>(SimdCast.ToInt64, SimdCast.ToInt64);
        Check<Vector128<int>, Vector128<float>, int, float>(SimdCast.ToFloat32, SimdCast.ToFloat32);
        Check<Vector128<int>, Vector256<double>, int, double>(SimdCast.ToFloat64, SimdCast.ToFloat64);
        Check<Vector128<int>, Vector256<long>, int, long>(SimdCast.ToInt64, SimdCast.ToInt64);
        Check<Vector256<long>, Vector128<float>, long, float>(SimdCast.ToFloat32, SimdCast.ToFloat32);
        Check<Vector256<long>, Vector256<double>, long, double>(SimdCast.ToFloat64, SimdCast.ToFloat64);
        Check<Vector256<long>, Vector128<int>, long, int>(SimdCast.ToInt32, SimdCast.ToInt32);
    }

    [Fact]
    public void Two_lanes()
    {
        Check<Vector128<double>, Vector128<long>, double, long>(SimdCast.ToInt64, SimdCast.ToInt64);
        Check<Vector128<long>, Vector128<double>, long, double>(SimdCast.ToFloat64, SimdCast.ToFloat64);
    }

    [Fact]
    public void One_lane_saturates_and_keeps_low_bits()
    {
        Assert.Equal(int.MaxValue, SimdCast.ToInt32(1e20f));
        Assert.Equal(int.MinValue, SimdCast.ToInt32(double.NegativeInfinity));
        Assert.Equal(0, SimdCast.ToInt32(float.NaN));
        Assert.Equal(-3, SimdCast.ToInt32(-3.9));
        Assert.Equal(long.MaxValue, SimdCast.ToInt64(1e30f));
        Assert.Equal(1, SimdCast.ToInt32(0x7_0000_0001L));

        // By way of float64 this would round to 2^60 first and stay there.
        Assert.Equal(1.152921642045800448e18f, SimdCast.ToFloat32((1L << 60) + (1L << 36) + 1));
    }

    [Fact]
    public void Masks_keep_their_lanes()
    {
        Vector256<int> mask = Vector256.Create(-1, 0, 0, -1, 0, -1, -1, 0);
        Vector512<long> wide = SimdCast.MaskToInt64(mask);
        for (int lane = 0; lane < 8; lane++)
        {
            Assert.Equal(mask[lane], wide[lane]);
        }

        Assert.Equal(mask, SimdCast.MaskToInt32(SimdCast.MaskToFloat64(SimdCast.MaskToFloat32(mask))));
        Vector128<int> half = mask.GetLower();
        Assert.Equal(half, SimdCast.MaskToInt32(SimdCast.MaskToFloat64(SimdCast.MaskToFloat32(half))));
        Assert.Equal(-1L, SimdCast.MaskToInt64(SimdCast.MaskToFloat32(-1)));
        Assert.Equal(-1, SimdCast.MaskToInt32(SimdCast.MaskToFloat64(-1L)));
    }

    private static void Check<TFrom, TTo, T, TResult>(Func<TFrom, TTo> cast, Func<T, TResult> castOne)
        where TFrom : unmanaged
        where TTo : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged, INumber<TResult>
    {
        T[] x = Corpus.Numbers<T>(500);
        int lanes = sizeof(TFrom) / sizeof(T);
        for (int start = 0; start + lanes <= x.Length; start += lanes)
        {
            fixed (T* source = &x[start])
            {
                TTo result = cast(*(TFrom*)source);
                for (int lane = 0; lane < lanes; lane++)
                {
                    TResult expected = castOne(source[lane]);
                    TResult actual = ((TResult*)&result)[lane];
                    Assert.True(
                        Corpus.Same(expected, actual),
                        $"{source[lane]:R} casts to {expected:R} but in {lanes} lanes to {actual:R}.");
                }
            }
        }
    }
}
