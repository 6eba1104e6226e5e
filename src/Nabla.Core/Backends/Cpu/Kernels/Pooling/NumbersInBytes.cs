using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>Numbers below 256.</summary>
internal readonly unsafe struct NumbersInBytes : ISavedNumbers
{
    static int ISavedNumbers.Bytes<T>() => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector ISavedNumbers.Load<TSimd, TVector, T>(byte* source) => TSimd.LoadUInt8(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ISavedNumbers.Store<TSimd, TVector, T>(TVector numbers, byte* destination) =>
        TSimd.StoreUInt8(numbers, destination);
}
