using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>Floor modulo <c>x − y ⌊x / y⌋</c>, the <c>%</c> of Python: the result has the sign of y, zeros included; of
/// integers, 0 by 0.</summary>
/// <remarks>Exact up to the one rounding that moving a remainder of the other sign by y may need.</remarks>
internal readonly struct Remainder :
    IBinaryKernel,
    IScalarBinaryFunction<float>,
    IScalarBinaryFunction<double>,
    IScalarBinaryFunction<int>,
    IScalarBinaryFunction<long>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x, TVector y)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        if (TSimd.IsInteger)
        {
            return TSimd.IsInt32
                ? LaneByLane.Apply<Remainder, int, TSimd, TVector>(x, y)
                : LaneByLane.Apply<Remainder, long, TSimd, TVector>(x, y);
        }

        // A quotient this small is truncated correctly or one too far; either way the multiply-add is exact, and the
        // step to the sign of y below makes both right. Comparisons are false for NaN, so that goes the slow way with
        // the large ones.
        TVector limit = TSimd.Constant(TSimd.IsFloat32 ? 1 << 22 : 1L << 51);
        TVector quotient = TSimd.Divide(x, y);
        TVector fast = TSimd.And(
            TSimd.Less(TSimd.Abs(quotient), limit), TSimd.Less(TSimd.Abs(y), TSimd.Constant(double.PositiveInfinity)));
        TVector rest = TSimd.MultiplyAdd(TSimd.Negate(TSimd.Truncate(quotient)), y, x);
        TVector sign = TSimd.Constant(-0.0);
        TVector otherSign = TSimd.Less(TSimd.Or(TSimd.And(TSimd.Xor(rest, y), sign), TSimd.Constant(1)), TSimd.Zero);
        TVector moved = TSimd.Select(otherSign, TSimd.Add(rest, y), rest);
        TVector result = TSimd.Select(TSimd.Equal(rest, TSimd.Zero), TSimd.And(y, sign), moved);
        if (TSimd.All(fast))
        {
            return result;
        }

        return TSimd.IsFloat32
            ? LaneByLane.ApplyWhere<Remainder, float, TSimd, TVector>(TSimd.Not(fast), x, y, result)
            : LaneByLane.ApplyWhere<Remainder, double, TSimd, TVector>(TSimd.Not(fast), x, y, result);
    }

    /// <inheritdoc/>
    public static float Apply(float x, float y)
    {
        float rest = x % y;
        return rest == 0 ? MathF.CopySign(0, y) : rest < 0 != y < 0 ? rest + y : rest;
    }

    /// <inheritdoc/>
    public static double Apply(double x, double y)
    {
        double rest = x % y;
        return rest == 0 ? Math.CopySign(0, y) : rest < 0 != y < 0 ? rest + y : rest;
    }

    /// <inheritdoc/>
    public static int Apply(int x, int y) => (int)Apply((long)x, y);

    /// <inheritdoc/>
    public static long Apply(long x, long y)
    {
        // The processor traps at the smallest integer by −1.
        if (y is 0 or -1)
        {
            return 0;
        }

        long rest = x % y;
        return rest != 0 && (rest ^ y) < 0 ? rest + y : rest;
    }
}
