using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>An elementwise question about two values; the answer is a mask.</summary>
/// <remarks>See <see cref="IUnaryKernel"/> and the word on masks at <see cref="ISimd{TVector}"/>.</remarks>
public interface IBinaryPredicate
{
    /// <summary>The mask of the lanes where the answer is yes.</summary>
    static abstract TVector Apply<TSimd, TVector>(TVector x, TVector y)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged;
}
