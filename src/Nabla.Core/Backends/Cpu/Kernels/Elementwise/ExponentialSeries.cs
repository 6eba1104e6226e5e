using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The float32 exponential as its users share it: <c>e^x = 2^n × e^r</c> with <c>n = round(x / ln
/// 2)</c>.</summary>
/// <remarks>
/// Polynomials are minimax fits on |r| ≤ ½ ln 2, quantised coefficient by coefficient; their errors relative to the
/// result are 2⁻²⁸ (<see cref="OfClamped"/>) and 2⁻³¹ (<see cref="MinusOneReduced"/>), so that rounding decides what is
/// left.
/// </remarks>
internal static class ExponentialSeries
{
    /// <summary><c>e^x</c> for x in [−104, 89] or NaN; 11 instructions where scaling by a power of two is
    /// one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfClamped<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector n = Exponent<TSimd, TVector>(x);
        return OfReduced<TSimd, TVector>(Reduce<TSimd, TVector>(x, n), n);
    }

    /// <summary><c>e^(x + low)</c> for x in the same range and a low part below an ulp of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfPair<TSimd, TVector>(TVector x, TVector low)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector n = Exponent<TSimd, TVector>(x);
        return OfReduced<TSimd, TVector>(TSimd.Add(Reduce<TSimd, TVector>(x, n), low), n);
    }

    /// <summary><c>round(x / ln 2)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exponent<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Round(TSimd.Multiply(x, TSimd.Constant(1.44269502f)));

    /// <summary><c>r = x − n ln 2</c>, ln 2 in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Reduce<TSimd, TVector>(TVector x, TVector n)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector r = TSimd.MultiplyAdd(n, TSimd.Constant(-0.693147182f), x);
        return TSimd.MultiplyAdd(n, TSimd.Constant(1.90465421e-9f), r);
    }

    /// <summary><c>e^r − 1</c> for |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MinusOneReduced<TSimd, TVector>(TVector r)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(0.00019761725f), r, TSimd.Constant(0.00139323215f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(0.00833354611f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(0.0416664928f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(0.166666657f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(0.5f));
        return TSimd.MultiplyAdd(TSimd.Multiply(r, r), p, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OfReduced<TSimd, TVector>(TVector r, TVector n)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(0.00138213043f), r, TSimd.Constant(0.00836866908f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(0.0416682586f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(0.166665211f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(0.49999994f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(1));
        p = TSimd.MultiplyAdd(p, r, TSimd.Constant(1));
        return TSimd.Scale(p, n);
    }
}
