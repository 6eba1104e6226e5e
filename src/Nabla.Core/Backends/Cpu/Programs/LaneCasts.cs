using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>512-bit registers, lanes of 32 bits.</summary>
internal readonly struct LaneCast512Of32 : ILaneCast<Vector512<float>, Vector512<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ToInteger(Vector512<float> x) => SimdCast.ToInt32(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ToFloating(Vector512<int> x) => SimdCast.ToFloat32(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> MaskToInteger(Vector512<float> mask) => SimdCast.MaskToInt32(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MaskToFloating(Vector512<int> mask) => SimdCast.MaskToFloat32(mask);
}

/// <summary>512-bit registers, lanes of 64 bits.</summary>
internal readonly struct LaneCast512Of64 : ILaneCast<Vector512<double>, Vector512<long>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ToInteger(Vector512<double> x) => SimdCast.ToInt64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToFloating(Vector512<long> x) => SimdCast.ToFloat64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> MaskToInteger(Vector512<double> mask) => SimdCast.MaskToInt64(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MaskToFloating(Vector512<long> mask) => SimdCast.MaskToFloat64(mask);
}

/// <summary>256-bit registers, lanes of 32 bits.</summary>
internal readonly struct LaneCast256Of32 : ILaneCast<Vector256<float>, Vector256<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ToInteger(Vector256<float> x) => SimdCast.ToInt32(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToFloating(Vector256<int> x) => SimdCast.ToFloat32(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MaskToInteger(Vector256<float> mask) => SimdCast.MaskToInt32(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaskToFloating(Vector256<int> mask) => SimdCast.MaskToFloat32(mask);
}

/// <summary>256-bit registers, lanes of 64 bits.</summary>
internal readonly struct LaneCast256Of64 : ILaneCast<Vector256<double>, Vector256<long>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ToInteger(Vector256<double> x) => SimdCast.ToInt64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToFloating(Vector256<long> x) => SimdCast.ToFloat64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> MaskToInteger(Vector256<double> mask) => SimdCast.MaskToInt64(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MaskToFloating(Vector256<long> mask) => SimdCast.MaskToFloat64(mask);
}

/// <summary>128-bit registers, lanes of 32 bits.</summary>
internal readonly struct LaneCast128Of32 : ILaneCast<Vector128<float>, Vector128<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInteger(Vector128<float> x) => SimdCast.ToInt32(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToFloating(Vector128<int> x) => SimdCast.ToFloat32(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> MaskToInteger(Vector128<float> mask) => SimdCast.MaskToInt32(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaskToFloating(Vector128<int> mask) => SimdCast.MaskToFloat32(mask);
}

/// <summary>128-bit registers, lanes of 64 bits.</summary>
internal readonly struct LaneCast128Of64 : ILaneCast<Vector128<double>, Vector128<long>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ToInteger(Vector128<double> x) => SimdCast.ToInt64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToFloating(Vector128<long> x) => SimdCast.ToFloat64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> MaskToInteger(Vector128<double> mask) => SimdCast.MaskToInt64(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MaskToFloating(Vector128<long> mask) => SimdCast.MaskToFloat64(mask);
}

/// <summary>Scalars, lanes of 32 bits.</summary>
internal readonly struct LaneCastScalarOf32 : ILaneCast<float, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ToInteger(float x) => SimdCast.ToInt32(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToFloating(int x) => SimdCast.ToFloat32(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MaskToInteger(float mask) => SimdCast.MaskToInt32(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaskToFloating(int mask) => SimdCast.MaskToFloat32(mask);
}

/// <summary>Scalars, lanes of 64 bits.</summary>
internal readonly struct LaneCastScalarOf64 : ILaneCast<double, long>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ToInteger(double x) => SimdCast.ToInt64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToFloating(long x) => SimdCast.ToFloat64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long MaskToInteger(double mask) => SimdCast.MaskToInt64(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaskToFloating(long mask) => SimdCast.MaskToFloat64(mask);
}
