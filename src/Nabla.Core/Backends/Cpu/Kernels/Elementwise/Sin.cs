using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The sine of x radians.</summary>
/// <remarks>float32: at most 2 ulp off, for every finite argument.</remarks>
internal readonly struct Sin : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Sin, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector r = QuarterTurns.Reduce<TSimd, TVector>(TSimd.Abs(x), out TVector turns);
        TVector y = QuarterTurns.Combine<TSimd, TVector>(r, turns);
        return TSimd.Xor(y, TSimd.And(x, TSimd.Constant(-0.0)));
    }
}
