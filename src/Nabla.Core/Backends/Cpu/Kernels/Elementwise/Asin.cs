using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The arc sine, in radians; NaN outside [−1, 1].</summary>
/// <remarks>float32: at most 2 ulp off.</remarks>
internal readonly struct Asin : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Asin, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Asin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        // asin t = π/2 − 2 asin √((1 − t) / 2) above ½.
        TVector magnitude = TSimd.Abs(x);
        TVector large = TSimd.Greater(magnitude, TSimd.Constant(0.5));
        TVector half = TSimd.MultiplyAdd(magnitude, TSimd.Constant(-0.5), TSimd.Constant(0.5));
        TVector square = TSimd.Select(large, half, TSimd.Multiply(x, x));
        TVector t = TSimd.Select(large, TSimd.Sqrt(half), magnitude);
        TVector excess = ArcSineSeries.Excess<TSimd, TVector>(square);
        TVector y = TSimd.MultiplyAdd(excess, t, t);

        // π/2 − 2t as a pair, so that only the last sum rounds at the size of the result.
        TVector minusTwo = TSimd.Constant(-2);
        TVector quarterTurn = TSimd.Constant(1.57079637f);
        TVector difference = TSimd.MultiplyAdd(t, minusTwo, quarterTurn);
        TVector low = TSimd.MultiplyAdd(t, minusTwo, TSimd.Subtract(quarterTurn, difference));
        TVector rest = TSimd.MultiplyAdd(excess, t, TSimd.Constant(2.18556941e-8f));
        TVector complement = TSimd.Add(difference, TSimd.MultiplyAdd(rest, minusTwo, low));
        return TSimd.Xor(TSimd.Select(large, complement, y), TSimd.And(x, TSimd.Constant(-0.0)));
    }
}
