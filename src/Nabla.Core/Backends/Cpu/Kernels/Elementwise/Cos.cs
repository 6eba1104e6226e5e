using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The cosine of x radians.</summary>
/// <remarks>float32: at most 2 ulp off, for every finite argument.</remarks>
internal readonly struct Cos : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Cos, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Cos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector r = QuarterTurns.Reduce<TSimd, TVector>(TSimd.Abs(x), out TVector turns);
        return QuarterTurns.Combine<TSimd, TVector>(r, TSimd.AddBits(turns, TSimd.FromBits(1)));
    }
}
