using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary><c>x × y + z</c> rounded once.</summary>
internal readonly struct MultiplyAdd : ITernaryKernel
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x, TVector y, TVector z)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.MultiplyAdd(x, y, z);
}
