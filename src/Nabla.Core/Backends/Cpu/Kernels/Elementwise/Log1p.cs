using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary><c>ln(1 + x)</c>, accurate near 0.</summary>
/// <remarks>float32: at most 2 ulp off; float64: Kahan's correction of the runtime's logarithm.</remarks>
internal readonly struct Log1p : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Log1p, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x)
    {
        double sum = 1 + x;
        return sum == 1 || double.IsPositiveInfinity(sum) ? x : Math.Log(sum) * (x / (sum - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        // u + error is exactly 1 + x.
        TVector one = TSimd.Constant(1);
        TVector u = TSimd.Add(one, x);
        TVector part = TSimd.Subtract(u, one);
        TVector error = TSimd.Add(TSimd.Subtract(one, TSimd.Subtract(u, part)), TSimd.Subtract(x, part));
        TVector m = LogarithmSeries.Split<TSimd, TVector>(u, out TVector exponentBits);
        TVector exponent = TSimd.FromIntegerBits(exponentBits);

        // The error scaled as u was. Beyond 2^64 it is lost beside u, so the exponent may stop there.
        TVector scale = TSimd.ShiftLeft(TSimd.ToIntegerBits(TSimd.Lesser(TSimd.Constant(64), exponent)), 23);
        TVector f = TSimd.MultiplyAdd(error, TSimd.SubtractBits(one, scale), TSimd.Subtract(m, one));
        TVector y = LogarithmSeries.OfReduced<TSimd, TVector>(f, exponent);

        // Where 1 + x = 1 the result is x, its sign and denormals kept; infinity and NaN are their own results.
        TVector own = TSimd.Or(TSimd.Equal(u, one), TSimd.Not(TSimd.Less(x, TSimd.Constant(double.PositiveInfinity))));
        y = TSimd.Select(own, x, y);
        y = TSimd.Select(TSimd.Equal(u, TSimd.Zero), TSimd.Constant(double.NegativeInfinity), y);
        return TSimd.Select(TSimd.Less(u, TSimd.Zero), TSimd.Constant(double.NaN), y);
    }
}
