using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>Whether x is neither infinite nor NaN. Floating point only.</summary>
internal readonly struct IsFinite : IUnaryPredicate
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Less(TSimd.Abs(x), TSimd.Constant(double.PositiveInfinity));
}
