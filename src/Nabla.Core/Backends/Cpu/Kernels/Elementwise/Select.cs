using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary><c>x ? y : z</c>, where x is a mask.</summary>
internal readonly struct Select : ITernaryKernel
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x, TVector y, TVector z)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.Select(x, y, z);
}
