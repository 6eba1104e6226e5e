using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary><c>ln(1 + e^x)</c>, a smooth <c>max(x, 0)</c>.</summary>
/// <remarks>float32: at most 2 ulp off; computed as <c>max(x, 0) + ln(1 + e^−|x|)</c>, which never overflows.</remarks>
internal readonly struct Softplus : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Softplus, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Max(x, 0) + Log1p.Apply(Math.Exp(-Math.Abs(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector z = ExponentialSeries.OfClamped<TSimd, TVector>(
            TSimd.Larger(TSimd.Constant(-104), TSimd.Or(x, TSimd.Constant(-0.0))));
        return TSimd.Add(TSimd.Larger(TSimd.Zero, x), Log1p.Apply<TSimd, TVector>(z));
    }
}
