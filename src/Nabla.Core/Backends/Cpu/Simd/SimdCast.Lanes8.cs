using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Simd;

/// <content>Casts of 8 lanes.</content>
public static partial class SimdCast
{
    /// <summary>8 lanes of float32 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToFloat64(Vector256<float> x) =>
        Vector512.WidenLower(x.ToVector512Unsafe());

    /// <summary>8 lanes of float32 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ToInt32(Vector256<float> x) =>
        Vector256.ConvertToInt32(x);

    /// <summary>8 lanes of float32 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ToInt64(Vector256<float> x) =>
        ToInt64(ToFloat64(x));

    /// <summary>8 lanes of float64 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToFloat32(Vector512<double> x) =>
        Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Single(x)
        : Vector256.Narrow(x.GetLower(), x.GetUpper());

    /// <summary>8 lanes of float64 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ToInt32(Vector512<double> x)
    {
        // Compared with itself before the limits are applied, because those turn NaN into numbers.
        Vector512<double> number = Vector512.ConditionalSelect(Vector512.Equals(x, x), x, Vector512<double>.Zero);
        number = Vector512.Max(number, Vector512.Create((double)int.MinValue));
        number = Vector512.Min(number, Vector512.Create((double)int.MaxValue));
        return Avx512F.IsSupported ? Avx512F.ConvertToVector256Int32WithTruncation(number) : ToInt32(ToInt64(number));
    }

    /// <summary>8 lanes of float64 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ToInt64(Vector512<double> x) =>
        Vector512.ConvertToInt64(x);

    /// <summary>8 lanes of int32 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToFloat32(Vector256<int> x) =>
        Vector256.ConvertToSingle(x);

    /// <summary>8 lanes of int32 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToFloat64(Vector256<int> x) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(x) : ToFloat64(ToInt64(x));

    /// <summary>8 lanes of int32 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ToInt64(Vector256<int> x) =>
        Vector512.WidenLower(x.ToVector512Unsafe());

    /// <summary>8 lanes of int64 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToFloat32(Vector512<long> x)
    {
        if (Avx512DQ.IsSupported)
        {
            return Avx512DQ.ConvertToVector256Single(x);
        }

        // Not by way of float64, which would round twice.
        Vector256<float> result = Vector256<float>.Zero;
        for (int lane = 0; lane < Vector512<long>.Count; lane++)
        {
            result = result.WithElement(lane, (float)x.GetElement(lane));
        }

        return result;
    }

    /// <summary>8 lanes of int64 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToFloat64(Vector512<long> x) =>
        Vector512.ConvertToDouble(x);

    /// <summary>8 lanes of int64 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ToInt32(Vector512<long> x) =>
        Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Int32(x)
        : Vector256.Narrow(x.GetLower(), x.GetUpper());

    /// <summary>A mask of 8 float32 lanes for int32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MaskToInt32(Vector256<float> mask) =>
        mask.AsInt32();

    /// <summary>A mask of 8 int64 lanes for int32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MaskToInt32(Vector512<long> mask) =>
        ToInt32(mask);

    /// <summary>A mask of 8 float64 lanes for int32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MaskToInt32(Vector512<double> mask) =>
        ToInt32(mask.AsInt64());

    /// <summary>A mask of 8 float64 lanes for int64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> MaskToInt64(Vector512<double> mask) =>
        mask.AsInt64();

    /// <summary>A mask of 8 int32 lanes for int64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> MaskToInt64(Vector256<int> mask) =>
        ToInt64(mask);

    /// <summary>A mask of 8 float32 lanes for int64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> MaskToInt64(Vector256<float> mask) =>
        ToInt64(mask.AsInt32());

    /// <summary>A mask of 8 int32 lanes for float32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaskToFloat32(Vector256<int> mask) =>
        mask.AsSingle();

    /// <summary>A mask of 8 int64 lanes for float32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaskToFloat32(Vector512<long> mask) =>
        ToInt32(mask).AsSingle();

    /// <summary>A mask of 8 float64 lanes for float32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaskToFloat32(Vector512<double> mask) =>
        ToInt32(mask.AsInt64()).AsSingle();

    /// <summary>A mask of 8 int64 lanes for float64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MaskToFloat64(Vector512<long> mask) =>
        mask.AsDouble();

    /// <summary>A mask of 8 int32 lanes for float64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MaskToFloat64(Vector256<int> mask) =>
        ToInt64(mask).AsDouble();

    /// <summary>A mask of 8 float32 lanes for float64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MaskToFloat64(Vector256<float> mask) =>
        ToInt64(mask.AsInt32()).AsDouble();
}
