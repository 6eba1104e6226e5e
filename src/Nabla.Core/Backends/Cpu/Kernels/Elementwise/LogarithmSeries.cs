using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The float32 logarithm as its users share it: <c>x = 2^e × m</c> with m in [2/3, 4/3) and a polynomial in
/// <c>m − 1</c>.</summary>
internal static class LogarithmSeries
{
    private const int TwoThirds = 0x3f2aaaab;
    private const int MantissaBits = 23;

    /// <summary>Splits a positive normal number into <c>2^exponent × mantissa</c>; the exponent comes as integer
    /// bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Split<TSimd, TVector>(TVector x, out TVector exponentBits)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        exponentBits = TSimd.ShiftRight(TSimd.SubtractBits(x, TSimd.FromBits(TwoThirds)), MantissaBits);
        return TSimd.SubtractBits(x, TSimd.ShiftLeft(exponentBits, MantissaBits));
    }

    /// <summary><c>ln(1 + f) + exponent × ln 2</c> for |f| ≤ 1/3; the polynomial is off by 2⁻²⁷ of the
    /// result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfReduced<TSimd, TVector>(TVector f, TVector exponent)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(-0.128776908f), f, TSimd.Constant(0.139859751f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Constant(-0.121877499f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Constant(0.140054747f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Constant(-0.166802078f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Constant(0.200104386f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Constant(-0.249998048f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Constant(0.333332151f));
        p = TSimd.MultiplyAdd(p, f, TSimd.Constant(-0.5f));
        p = TSimd.MultiplyAdd(TSimd.Multiply(f, f), p, f);
        return TSimd.MultiplyAdd(exponent, TSimd.Constant(0.693147182f), p);
    }
}
