using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Elements that are lanes as they lie.</summary>
internal readonly unsafe struct LaneForm : IMemoryForm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.Load((T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadPartial<TSimd, TVector, T>(byte* source, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.LoadPartial((T*)source, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.Create(*(T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TSimd, TVector, T>(TVector value, byte* destination)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.Store(value, (T*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial<TSimd, TVector, T>(TVector value, byte* destination, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.StorePartial(value, (T*)destination, count);
}
