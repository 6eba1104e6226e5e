using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The logistic function <c>1 / (1 + e^−x)</c>.</summary>
/// <remarks>float32: at most 2 ulp off; z / (1 + z) with <c>z = e^−|x|</c>, which never overflows, or 1 minus
/// that.</remarks>
internal readonly struct Sigmoid : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Sigmoid, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector sign = TSimd.Constant(-0.0);
        TVector z = ExponentialSeries.OfClamped<TSimd, TVector>(TSimd.Larger(TSimd.Constant(-104), TSimd.Or(x, sign)));
        TVector one = TSimd.Constant(1);

        // z / (1 + z), written so that the rounding of 1 + z comes in small.
        TVector lower = TSimd.MultiplyAdd(TSimd.Negate(z), TSimd.Divide(z, TSimd.Add(one, z)), z);
        return TSimd.Select(TSimd.Less(x, TSimd.Zero), lower, TSimd.Subtract(one, lower));
    }
}
