using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Random;

/// <summary>What becomes of a group of 64 random words, in place.</summary>
internal unsafe interface IWordTransform
{
    /// <summary>Turns four rows of sixteen words, read as the bits of floats, into the numbers they stand
    /// for.</summary>
    static abstract void Apply<TSimd, TVector>(float* group)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged;
}
