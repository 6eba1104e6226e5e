using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Truth values: bytes in memory, masks in registers.</summary>
internal readonly unsafe struct MaskForm : IMemoryForm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.LoadMask(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadPartial<TSimd, TVector, T>(byte* source, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.LoadMaskPartial(source, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast<TSimd, TVector, T>(byte* source)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.FromBits(*source != 0 ? -1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TSimd, TVector, T>(TVector value, byte* destination)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.StoreMask(value, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial<TSimd, TVector, T>(TVector value, byte* destination, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TSimd.StoreMaskPartial(value, destination, count);
}
