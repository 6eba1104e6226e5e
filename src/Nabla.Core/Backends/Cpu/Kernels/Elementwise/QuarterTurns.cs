using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>Argument reduction for float32 sine, cosine and tangent: <c>x = n π/2 + r</c> with |r| ≤ π/4, for every
/// finite x.</summary>
internal static class QuarterTurns
{
    // Up to here n is off by far less than one, n times the first part of π/2 is exact in a multiply-add, and three
    // parts leave r correct to a rounding error.
    private const double Limit = 32768;

    /// <summary>Reduces a non-negative argument; n comes as integer bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Reduce<TSimd, TVector>(TVector x, out TVector turns)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector n = Nearest<TSimd, TVector>(x, out TVector large);
        TVector r = TSimd.MultiplyAdd(n, TSimd.Constant(-1.57079637f), x);
        r = TSimd.MultiplyAdd(n, TSimd.Constant(4.37113883e-8f), r);
        r = TSimd.MultiplyAdd(n, TSimd.Constant(1.71512451e-15f), r);
        if (TSimd.Any(large))
        {
            r = LaneByLane.ApplyWhere<LargeArgument.Remainder, float, TSimd, TVector>(large, x, r);
            n = LaneByLane.ApplyWhere<LargeArgument.Turns, float, TSimd, TVector>(large, x, n);
        }

        turns = TSimd.ToIntegerBits(n);
        return r;
    }

    /// <summary>Reduces a non-negative argument to a pair: r + low is right to twice the precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Reduce<TSimd, TVector>(TVector x, out TVector turns, out TVector low)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector n = Nearest<TSimd, TVector>(x, out TVector large);
        TVector first = TSimd.MultiplyAdd(n, TSimd.Constant(-1.57079637f), x);
        TVector second = TSimd.Multiply(n, TSimd.Constant(4.37113883e-8f));
        TVector secondLow = TSimd.MultiplyAdd(n, TSimd.Constant(4.37113883e-8f), TSimd.Negate(second));
        TVector r = TSimd.Add(first, second);
        TVector part = TSimd.Subtract(r, first);
        TVector error = TSimd.Add(TSimd.Subtract(first, TSimd.Subtract(r, part)), TSimd.Subtract(second, part));
        low = TSimd.MultiplyAdd(n, TSimd.Constant(1.71512451e-15f), TSimd.Add(error, secondLow));
        if (TSimd.Any(large))
        {
            r = LaneByLane.ApplyWhere<LargeArgument.Remainder, float, TSimd, TVector>(large, x, r);
            n = LaneByLane.ApplyWhere<LargeArgument.Turns, float, TSimd, TVector>(large, x, n);
            low = LaneByLane.ApplyWhere<LargeArgument.RemainderLow, float, TSimd, TVector>(large, x, low);
        }

        turns = TSimd.ToIntegerBits(n);
        return r;
    }

    /// <summary><c>sin r</c> for |r| ≤ π/4, within 2⁻³² and rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sine<TSimd, TVector>(TVector r, TVector square)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(2.83272493e-6f), square, TSimd.Constant(-0.000198530732f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0083333794f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(-0.166666672f));
        return TSimd.MultiplyAdd(TSimd.Multiply(p, square), r, r);
    }

    /// <summary><c>cos r</c> for |r| ≤ π/4, within 2⁻³² and rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cosine<TSimd, TVector>(TVector square)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(2.44325529e-5f), square, TSimd.Constant(-0.00138873106f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0416666456f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(-0.5f));
        return TSimd.MultiplyAdd(p, square, TSimd.Constant(1));
    }

    /// <summary>Sine or cosine of the whole argument: cosine of r where the number of turns is odd, negative where it
    /// is 2 or 3 modulo 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Combine<TSimd, TVector>(TVector r, TVector turns)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector square = TSimd.Multiply(r, r);
        TVector odd = TSimd.ShiftRight(TSimd.ShiftLeft(turns, 31), 31);
        TVector sign = TSimd.ShiftLeft(TSimd.And(turns, TSimd.FromBits(2)), 30);
        TVector y = TSimd.Select(odd, Cosine<TSimd, TVector>(square), Sine<TSimd, TVector>(r, square));
        return TSimd.Xor(y, sign);
    }

    // Neither large arguments nor NaN may reach the conversion to integers, whose answer out of range differs between
    // processors: the former are treated apart, the latter goes on through r alone.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Nearest<TSimd, TVector>(TVector x, out TVector large)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        large = TSimd.Greater(x, TSimd.Constant(Limit));
        TVector moderate = TSimd.LessOrEqual(x, TSimd.Constant(Limit));
        return TSimd.Round(TSimd.Multiply(TSimd.And(x, moderate), TSimd.Constant(0.636619747f)));
    }
}
