using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>A mask as the numbers 0 and 1.</summary>
internal readonly struct TruthAsNumber : IUnaryKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.And(x, TSimd.Constant(1));
}
