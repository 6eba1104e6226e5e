using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>Numbers of any window, as numbers of the elements' type.</summary>
internal readonly unsafe struct NumbersAsElements : ISavedNumbers
{
    static int ISavedNumbers.Bytes<T>() => sizeof(T);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector ISavedNumbers.Load<TSimd, TVector, T>(byte* source) => TSimd.Load((T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ISavedNumbers.Store<TSimd, TVector, T>(TVector numbers, byte* destination) =>
        TSimd.Store(numbers, (T*)destination);
}
