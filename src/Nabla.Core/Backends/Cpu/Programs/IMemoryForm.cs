using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// How elements in memory become lanes of a register and back: as they are, from bytes, or from truth values.
/// </summary>
internal unsafe interface IMemoryForm
{
    static abstract TVector Load<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    /// <summary>Reads <paramref name="count"/> elements and no byte more; other lanes are zero.</summary>
    static abstract TVector LoadPartial<TSimd, TVector, T>(byte* source, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    /// <summary>One element in all lanes.</summary>
    static abstract TVector Broadcast<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    static abstract void Store<TSimd, TVector, T>(TVector value, byte* destination)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    /// <summary>Writes <paramref name="count"/> elements and no byte more.</summary>
    static abstract void StorePartial<TSimd, TVector, T>(TVector value, byte* destination, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;
}
