using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The float32 arc sine near 0, which arc sine and arc cosine share.</summary>
internal static class ArcSineSeries
{
    /// <summary>p in <c>asin t = t + t p(t²)</c> for |t| ≤ ½, within 2⁻³¹ of the sum and rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Excess<TSimd, TVector>(TVector square)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(0.0376939215f), square, TSimd.Constant(0.0143159973f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0318389609f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0445133783f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0750052184f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.166666597f));
        return TSimd.Multiply(p, square);
    }
}
