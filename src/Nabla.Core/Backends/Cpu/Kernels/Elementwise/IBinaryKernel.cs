using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>An elementwise function of two values, written once for every lane type and vector width.</summary>
/// <remarks>See <see cref="IUnaryKernel"/>.</remarks>
public interface IBinaryKernel
{
    /// <summary>The value of the function in each lane.</summary>
    static abstract TVector Apply<TSimd, TVector>(TVector x, TVector y)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged;
}
