using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>Where a position beyond the border of an image leads to.</summary>
internal interface IPositionFold
{
    /// <summary>Folds positions along an axis of some extent; limits are applied afterwards.</summary>
    static abstract TVector Apply<TSimd, TVector>(TVector position, float extent)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged;
}
