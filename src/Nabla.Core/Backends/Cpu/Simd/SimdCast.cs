using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Casts between registers of equal lane counts: 16 and 2 lanes within a width, 8, 4 and 1 lanes between all
/// lane types.</summary>
/// <remarks>
/// Floating point to integer rounds towards zero and saturates, NaN giving 0; int64 to int32 keeps the low bits; to a
/// floating-point type rounds to nearest even. Casts of masks keep true true. The same bits on every width.
/// </remarks>
public static partial class SimdCast
{
    /// <summary>16 lanes of float32 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ToInt32(Vector512<float> x) =>
        Vector512.ConvertToInt32(x);

    /// <summary>16 lanes of int32 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ToFloat32(Vector512<int> x) =>
        Vector512.ConvertToSingle(x);

    /// <summary>A mask of 16 float32 lanes for int32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> MaskToInt32(Vector512<float> mask) =>
        mask.AsInt32();

    /// <summary>A mask of 16 int32 lanes for float32 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MaskToFloat32(Vector512<int> mask) =>
        mask.AsSingle();

    /// <summary>2 lanes of float64 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ToInt64(Vector128<double> x) =>
        Vector128.ConvertToInt64(x);

    /// <summary>2 lanes of int64 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToFloat64(Vector128<long> x) =>
        Vector128.ConvertToDouble(x);

    /// <summary>A mask of 2 float64 lanes for int64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> MaskToInt64(Vector128<double> mask) =>
        mask.AsInt64();

    /// <summary>A mask of 2 int64 lanes for float64 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MaskToFloat64(Vector128<long> mask) =>
        mask.AsDouble();
}
