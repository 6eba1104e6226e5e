namespace Nabla.Backends.Cpu.Simd;

/// <summary>Registers and their way to and from memory.</summary>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="T">The lane type: <see cref="float"/>, <see cref="double"/>, <see cref="int"/> or
/// <see cref="long"/>.</typeparam>
/// <remarks>Loops need this contract; the bodies that they run need only <see cref="ISimd{TVector}"/>.</remarks>
public unsafe interface ISimd<TVector, T> : ISimd<TVector>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <summary>All lanes <paramref name="value"/>.</summary>
    static abstract TVector Create(T value);

    /// <summary>Reads <see cref="ISimd{TVector}.Count"/> elements; no alignment is asked for.</summary>
    static abstract TVector Load(T* source);

    /// <summary>Writes <see cref="ISimd{TVector}.Count"/> elements; no alignment is asked for.</summary>
    static abstract void Store(TVector value, T* destination);

    /// <summary>Reads the first <paramref name="count"/> elements (0 to <see cref="ISimd{TVector}.Count"/>) and no byte
    /// more; other lanes are zero.</summary>
    static abstract TVector LoadPartial(T* source, int count);

    /// <summary>Writes the first <paramref name="count"/> elements (0 to <see cref="ISimd{TVector}.Count"/>) and no
    /// byte more.</summary>
    static abstract void StorePartial(TVector value, T* destination, int count);
}
