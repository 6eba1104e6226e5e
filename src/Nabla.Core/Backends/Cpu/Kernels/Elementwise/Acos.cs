using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The arc cosine, in radians; NaN outside [−1, 1].</summary>
/// <remarks>float32: at most 2 ulp off.</remarks>
internal readonly struct Acos : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Acos, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Acos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        // acos t = 2 asin √((1 − t) / 2) above ½, π minus that of −t below −½, and π/2 − asin t between.
        TVector magnitude = TSimd.Abs(x);
        TVector large = TSimd.Greater(magnitude, TSimd.Constant(0.5));
        TVector negative = TSimd.Less(x, TSimd.Zero);
        TVector half = TSimd.MultiplyAdd(magnitude, TSimd.Constant(-0.5), TSimd.Constant(0.5));
        TVector square = TSimd.Select(large, half, TSimd.Multiply(x, x));
        TVector t = TSimd.Select(large, TSimd.Sqrt(half), x);
        TVector y = TSimd.MultiplyAdd(ArcSineSeries.Excess<TSimd, TVector>(square), t, t);
        TVector middle = TSimd.Subtract(TSimd.Constant(1.57079637f), TSimd.Add(y, TSimd.Constant(4.37113883e-8f)));
        TVector twice = TSimd.Add(y, y);
        TVector complement = TSimd.Subtract(
            TSimd.Constant(3.14159274f), TSimd.Add(twice, TSimd.Constant(8.74227766e-8f)));
        return TSimd.Select(large, TSimd.Select(negative, complement, twice), middle);
    }
}
