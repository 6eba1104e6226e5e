using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>The largest; NaN wins.</summary>
internal readonly struct MaxReducer : IReducer
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Identity<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Constant(double.NegativeInfinity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Combine<TSimd, TVector>(TVector left, TVector right)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Max(left, right);
}
