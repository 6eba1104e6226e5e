using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The tangent of x radians.</summary>
/// <remarks>float32: at most 2 ulp off, for every finite argument.</remarks>
internal readonly struct Tan : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Tan, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Tan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector r = QuarterTurns.Reduce<TSimd, TVector>(TSimd.Abs(x), out TVector turns, out TVector low);
        TVector square = TSimd.Multiply(r, r);
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(0.00437585777f), square, TSimd.Constant(9.21548708e-5f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0108319307f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0212846454f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0540591665f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.133326739f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.333333492f));
        TVector excess = TSimd.Multiply(p, square);

        // tan(r + low) = r + excess r + (1 + tan² r) low, the largest term added last.
        TVector rough = TSimd.MultiplyAdd(excess, r, r);
        TVector slope = TSimd.MultiplyAdd(rough, rough, TSimd.Constant(1));
        TVector y = TSimd.Add(r, TSimd.MultiplyAdd(excess, r, TSimd.Multiply(slope, low)));

        // tan(r + π/2) = −1 / tan r.
        TVector odd = TSimd.ShiftRight(TSimd.ShiftLeft(turns, 31), 31);
        y = TSimd.Select(odd, TSimd.Divide(TSimd.Constant(-1), y), y);
        return TSimd.Xor(y, TSimd.And(x, TSimd.Constant(-0.0)));
    }
}
