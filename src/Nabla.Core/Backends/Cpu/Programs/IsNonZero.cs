using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>A number as a mask: anything but zero is true, NaN too.</summary>
internal readonly struct IsNonZero : IUnaryPredicate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.NotEqual(x, TSimd.Zero);
}
