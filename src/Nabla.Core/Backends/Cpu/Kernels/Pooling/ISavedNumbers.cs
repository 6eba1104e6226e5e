using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>How the numbers of chosen taps lie in memory; in registers they are of the elements' type.</summary>
internal unsafe interface ISavedNumbers
{
    /// <summary>Bytes of one.</summary>
    static abstract int Bytes<T>() where T : unmanaged;

    /// <summary>Reads a register.</summary>
    static abstract TVector Load<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    /// <summary>Writes a register.</summary>
    static abstract void Store<TSimd, TVector, T>(TVector numbers, byte* destination)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;
}
