using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks>float32: at most 2 ulp off; with <c>h = (e^2|x| − 1) / 2</c> it is h / (1 + h), under the sign of
/// x.</remarks>
internal readonly struct Tanh : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Tanh, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        // From 9.02 on the result is 1; a NaN, on the right, passes.
        TVector y = TSimd.Lesser(TSimd.Constant(9.1), TSimd.Abs(x));
        y = TSimd.Add(y, y);
        TVector n = ExponentialSeries.Exponent<TSimd, TVector>(y);
        TVector p = ExponentialSeries.MinusOneReduced<TSimd, TVector>(ExponentialSeries.Reduce<TSimd, TVector>(y, n));
        TVector one = TSimd.Constant(1);
        TVector power = TSimd.Scale(TSimd.Constant(0.5), n);
        TVector h = TSimd.MultiplyAdd(p, power, TSimd.Subtract(power, TSimd.Constant(0.5)));

        // Both are h / (1 + h), written so that the rounding of 1 + h comes in small.
        TVector q = TSimd.Divide(one, TSimd.Add(one, h));
        TVector small = TSimd.MultiplyAdd(TSimd.Negate(h), TSimd.Multiply(h, q), h);
        TVector magnitude = TSimd.Select(TSimd.Less(y, one), small, TSimd.Subtract(one, q));
        return TSimd.Or(magnitude, TSimd.And(x, TSimd.Constant(-0.0)));
    }
}
