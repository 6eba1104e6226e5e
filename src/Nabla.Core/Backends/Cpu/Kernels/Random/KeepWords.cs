using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Random;

/// <summary>Leaves the words as they are.</summary>
internal readonly unsafe struct KeepWords : IWordTransform
{
    /// <inheritdoc/>
    public static void Apply<TSimd, TVector>(float* group)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
    }
}
