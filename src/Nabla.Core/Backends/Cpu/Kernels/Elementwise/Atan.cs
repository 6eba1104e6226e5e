using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The arc tangent, in radians.</summary>
/// <remarks>float32: at most 2 ulp off.</remarks>
internal readonly struct Atan : IUnaryKernel, IScalarUnaryFunction<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Atan, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x) => Math.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        // atan t = π/2 − atan 1/t above 1.
        TVector magnitude = TSimd.Abs(x);
        TVector large = TSimd.Greater(magnitude, TSimd.Constant(1));
        TVector t = TSimd.Select(large, TSimd.Divide(TSimd.Constant(1), magnitude), magnitude);
        TVector square = TSimd.Multiply(t, t);
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(-0.0017875476f), square, TSimd.Constant(0.0108873611f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(-0.0311270021f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0579065457f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(-0.0840047523f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.109511748f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(-0.142640516f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.19998531f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(-0.333332986f));
        p = TSimd.MultiplyAdd(TSimd.Multiply(p, square), t, t);
        TVector complement = TSimd.Subtract(TSimd.Constant(1.57079637f), TSimd.Add(p, TSimd.Constant(4.37113883e-8f)));
        return TSimd.Xor(TSimd.Select(large, complement, p), TSimd.And(x, TSimd.Constant(-0.0)));
    }
}
