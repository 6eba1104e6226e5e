using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>Whether any is true, of truths as the numbers 0 and 1.</summary>
internal readonly struct AnyReducer : IReducer
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Identity<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Combine<TSimd, TVector>(TVector left, TVector right)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Or(left, right);
}
