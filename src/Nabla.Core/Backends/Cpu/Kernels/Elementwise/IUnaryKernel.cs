using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>An elementwise function of one value, written once for every lane type and vector width.</summary>
/// <remarks>
/// A kernel is a formula without state: generic loops take it as a type argument and the JIT inlines it into them. A
/// kernel made of floating-point members throws <see cref="NotSupportedException"/> on integer lanes.
///</remarks>
public interface IUnaryKernel
{
    /// <summary>The value of the function in each lane.</summary>
    static abstract TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged;
}
