using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Unsigned bytes, in lanes the numbers 0 to 255.</summary>
internal readonly unsafe struct ByteForm : IMemoryForm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.LoadUInt8(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadPartial<TSimd, TVector, T>(byte* source, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.LoadUInt8Partial(source, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.Constant(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TSimd, TVector, T>(TVector value, byte* destination)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.StoreUInt8(value, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial<TSimd, TVector, T>(TVector value, byte* destination, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.StoreUInt8Partial(value, destination, count);
}
