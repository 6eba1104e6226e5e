using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>1, −1, or x itself where x is a zero or NaN.</summary>
internal readonly struct Sign : IUnaryKernel
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Select(
            TSimd.Greater(x, TSimd.Zero),
            TSimd.Constant(1),
            TSimd.Select(TSimd.Less(x, TSimd.Zero), TSimd.Constant(-1), x));
}
