using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>Integers modulo 256: what keeps <see cref="byte"/> arithmetic in integer lanes true to its type.</summary>
internal readonly struct WrapUInt8 : IUnaryKernel
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.And(x, TSimd.FromBits(255));
}
