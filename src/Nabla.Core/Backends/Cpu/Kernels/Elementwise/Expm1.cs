using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary><c>e^x − 1</c>, accurate near 0.</summary>
/// <remarks>float32: at most 2 ulp off; float64: Kahan's correction of the runtime's exponential.</remarks>
internal readonly struct Expm1 : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Expm1, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x)
    {
        double exponential = Math.Exp(x);
        if (exponential == 1 || double.IsPositiveInfinity(exponential))
        {
            return exponential == 1 ? x : exponential;
        }

        double difference = exponential - 1;
        return difference == -1 ? difference : difference * (x / Math.Log(exponential));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        x = TSimd.Lesser(TSimd.Constant(89), TSimd.Larger(TSimd.Constant(-104), x));
        TVector n = ExponentialSeries.Exponent<TSimd, TVector>(x);
        TVector p = ExponentialSeries.MinusOneReduced<TSimd, TVector>(ExponentialSeries.Reduce<TSimd, TVector>(x, n));

        // 2^128 does not exist but (2^127 p + 2^127) × 2 may, so everything is computed at half its size and doubled.
        TVector half = TSimd.Scale(TSimd.Constant(0.5), n);
        TVector y = TSimd.MultiplyAdd(p, half, TSimd.Subtract(half, TSimd.Constant(0.5)));
        y = TSimd.Add(y, y);

        // What is too small to halve is its own result, and so are zeros with their signs.
        TVector tiny = TSimd.Less(TSimd.Abs(x), TSimd.Constant(1e-30));
        return TSimd.Select(tiny, x, y);
    }
}
