using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>How two values of a reduction become one, written once for every lane type and vector width.</summary>
/// <remarks>Combining anything with the identity leaves it as it is, to the bit.</remarks>
public interface IReducer
{
    /// <summary>The value that folding starts with, in every lane.</summary>
    static abstract TVector Identity<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : unmanaged;

    /// <summary>Two values folded into one, lane by lane.</summary>
    static abstract TVector Combine<TSimd, TVector>(TVector left, TVector right)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged;
}
