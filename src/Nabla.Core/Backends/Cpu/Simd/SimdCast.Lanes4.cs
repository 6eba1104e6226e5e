using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Simd;

/// <content>Casts of 4 lanes.</content>
public static partial class SimdCast
{
    /// <summary>4 lanes of float32 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToFloat64(Vector128<float> x) =>
        Vector256.WidenLower(x.ToVector256Unsafe());

    /// <summary>4 lanes of float32 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInt32(Vector128<float> x) =>
        Vector128.ConvertToInt32(x);

    /// <summary>4 lanes of float32 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ToInt64(Vector128<float> x) =>
        ToInt64(ToFloat64(x));

    /// <summary>4 lanes of float64 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToFloat32(Vector256<double> x) =>
        Avx.IsSupported
        ? Avx.ConvertToVector128Single(x)
        : Vector128.Narrow(x.GetLower(), x.GetUpper());

    /// <summary>4 lanes of float64 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInt32(Vector256<double> x)
    {
        // Compared with itself before the limits are applied, because those turn NaN into numbers.
        Vector256<double> number = Vector256.ConditionalSelect(Vector256.Equals(x, x), x, Vector256<double>.Zero);
        number = Vector256.Max(number, Vector256.Create((double)int.MinValue));
        number = Vector256.Min(number, Vector256.Create((double)int.MaxValue));
        return Avx.IsSupported ? Avx.ConvertToVector128Int32WithTruncation(number) : ToInt32(ToInt64(number));
    }

    /// <summary>4 lanes of float64 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ToInt64(Vector256<double> x) =>
        Vector256.ConvertToInt64(x);

    /// <summary>4 lanes of int32 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToFloat32(Vector128<int> x) =>
        Vector128.ConvertToSingle(x);

    /// <summary>4 lanes of int32 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToFloat64(Vector128<int> x) =>
        Avx.IsSupported ? Avx.ConvertToVector256Double(x) : ToFloat64(ToInt64(x));

    /// <summary>4 lanes of int32 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ToInt64(Vector128<int> x) =>
        Vector256.WidenLower(x.ToVector256Unsafe());

    /// <summary>4 lanes of int64 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToFloat32(Vector256<long> x)
    {
        if (Avx512DQ.VL.IsSupported)
        {
            return Avx512DQ.VL.ConvertToVector128Single(x);
        }

        // Not by way of float64, which would round twice.
        Vector128<float> result = Vector128<float>.Zero;
        for (int lane = 0; lane < Vector256<long>.Count; lane++)
        {
            result = result.WithElement(lane, (float)x.GetElement(lane));
        }

        return result;
    }

    /// <summary>4 lanes of int64 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToFloat64(Vector256<long> x) =>
        Vector256.ConvertToDouble(x);

    /// <summary>4 lanes of int64 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInt32(Vector256<long> x) =>
        Avx512F.VL.IsSupported
        ? Avx512F.VL.ConvertToVector128Int32(x)
        : Vector128.Narrow(x.GetLower(), x.GetUpper());

    /// <summary>A mask of 4 float32 lanes for int32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> MaskToInt32(Vector128<float> mask) =>
        mask.AsInt32();

    /// <summary>A mask of 4 int64 lanes for int32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> MaskToInt32(Vector256<long> mask) =>
        ToInt32(mask);

    /// <summary>A mask of 4 float64 lanes for int32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> MaskToInt32(Vector256<double> mask) =>
        ToInt32(mask.AsInt64());

    /// <summary>A mask of 4 float64 lanes for int64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> MaskToInt64(Vector256<double> mask) =>
        mask.AsInt64();

    /// <summary>A mask of 4 int32 lanes for int64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> MaskToInt64(Vector128<int> mask) =>
        ToInt64(mask);

    /// <summary>A mask of 4 float32 lanes for int64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> MaskToInt64(Vector128<float> mask) =>
        ToInt64(mask.AsInt32());

    /// <summary>A mask of 4 int32 lanes for float32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaskToFloat32(Vector128<int> mask) =>
        mask.AsSingle();

    /// <summary>A mask of 4 int64 lanes for float32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaskToFloat32(Vector256<long> mask) =>
        ToInt32(mask).AsSingle();

    /// <summary>A mask of 4 float64 lanes for float32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaskToFloat32(Vector256<double> mask) =>
        ToInt32(mask.AsInt64()).AsSingle();

    /// <summary>A mask of 4 int64 lanes for float64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MaskToFloat64(Vector256<long> mask) =>
        mask.AsDouble();

    /// <summary>A mask of 4 int32 lanes for float64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MaskToFloat64(Vector128<int> mask) =>
        ToInt64(mask).AsDouble();

    /// <summary>A mask of 4 float32 lanes for float64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MaskToFloat64(Vector128<float> mask) =>
        ToInt64(mask.AsInt32()).AsDouble();
}
