using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The natural logarithm.</summary>
/// <remarks>float32: at most 1.5 ulp off, denormals included; −∞ at zeros, NaN below.</remarks>
internal readonly struct Log : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Log, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        // Denormals are brought up by 2^23 first.
        TVector small = TSimd.Less(x, TSimd.Constant(1.17549435e-38f));
        TVector normal = TSimd.Select(small, TSimd.Multiply(x, TSimd.Constant(8388608)), x);
        TVector m = LogarithmSeries.Split<TSimd, TVector>(normal, out TVector exponentBits);
        TVector exponent = TSimd.Add(TSimd.FromIntegerBits(exponentBits), TSimd.And(small, TSimd.Constant(-23)));
        TVector y = LogarithmSeries.OfReduced<TSimd, TVector>(TSimd.Subtract(m, TSimd.Constant(1)), exponent);

        // Outside (0, ∞): infinity and NaN are their own results, zeros give −∞, the rest NaN.
        TVector infinity = TSimd.Constant(double.PositiveInfinity);
        y = TSimd.Select(TSimd.Less(x, infinity), y, x);
        y = TSimd.Select(TSimd.Equal(x, TSimd.Zero), TSimd.Negate(infinity), y);
        return TSimd.Select(TSimd.Less(x, TSimd.Zero), TSimd.Constant(double.NaN), y);
    }
}
