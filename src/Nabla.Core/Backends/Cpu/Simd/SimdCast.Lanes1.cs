using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Simd;

/// <content>Casts of one lane.</content>
public static partial class SimdCast
{
    /// <summary>One lane of float32 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToFloat64(float x) =>
        x;

    /// <summary>One lane of float32 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ToInt32(float x) =>
        float.ConvertToInteger<int>(x);

    /// <summary>One lane of float32 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ToInt64(float x) =>
        float.ConvertToInteger<long>(x);

    /// <summary>One lane of float64 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToFloat32(double x) =>
        (float)x;

    /// <summary>One lane of float64 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ToInt32(double x) =>
        double.ConvertToInteger<int>(x);

    /// <summary>One lane of float64 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ToInt64(double x) =>
        double.ConvertToInteger<long>(x);

    /// <summary>One lane of int32 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToFloat32(int x) =>
        (float)x;

    /// <summary>One lane of int32 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToFloat64(int x) =>
        x;

    /// <summary>One lane of int32 to int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ToInt64(int x) =>
        x;

    /// <summary>One lane of int64 to float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToFloat32(long x) =>
        (float)x;

    /// <summary>One lane of int64 to float64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToFloat64(long x) =>
        (double)x;

    /// <summary>One lane of int64 to int32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ToInt32(long x) =>
        unchecked((int)x);

    /// <summary>A mask of one float32 lane for float64 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaskToFloat64(float mask) =>
        BitConverter.Int64BitsToDouble(BitConverter.SingleToInt32Bits(mask));

    /// <summary>A mask of one float32 lane for int32 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MaskToInt32(float mask) =>
        BitConverter.SingleToInt32Bits(mask);

    /// <summary>A mask of one float32 lane for int64 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long MaskToInt64(float mask) =>
        BitConverter.SingleToInt32Bits(mask);

    /// <summary>A mask of one float64 lane for float32 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaskToFloat32(double mask) =>
        BitConverter.Int32BitsToSingle(unchecked((int)BitConverter.DoubleToInt64Bits(mask)));

    /// <summary>A mask of one float64 lane for int32 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MaskToInt32(double mask) =>
        unchecked((int)BitConverter.DoubleToInt64Bits(mask));

    /// <summary>A mask of one float64 lane for int64 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long MaskToInt64(double mask) =>
        BitConverter.DoubleToInt64Bits(mask);

    /// <summary>A mask of one int32 lane for float32 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaskToFloat32(int mask) =>
        BitConverter.Int32BitsToSingle(mask);

    /// <summary>A mask of one int32 lane for float64 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaskToFloat64(int mask) =>
        BitConverter.Int64BitsToDouble(mask);

    /// <summary>A mask of one int32 lane for int64 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long MaskToInt64(int mask) =>
        mask;

    /// <summary>A mask of one int64 lane for float32 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaskToFloat32(long mask) =>
        BitConverter.Int32BitsToSingle(unchecked((int)mask));

    /// <summary>A mask of one int64 lane for float64 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaskToFloat64(long mask) =>
        BitConverter.Int64BitsToDouble(mask);

    /// <summary>A mask of one int64 lane for int32 lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MaskToInt32(long mask) =>
        unchecked((int)mask);
}
