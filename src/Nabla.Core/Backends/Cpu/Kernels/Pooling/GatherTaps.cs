using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Resampling;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>The sum of the taps whose number, saved beside them, is theirs.</summary>
internal readonly unsafe struct GatherTaps<TNumbers> : ITapOperation
    where TNumbers : ISavedNumbers
{
    static bool ITapOperation.HasNumbers => true;

    static bool ITapOperation.NumbersFollowSource => true;

    static bool ITapOperation.StartsWithTap => false;

    static int ITapOperation.NumberBytes<T>() => TNumbers.Bytes<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.Start<TSimd, TVector, T>(
        T* source, byte* numbers, T* target, TVector factor, bool isFirst, out TVector value, out TVector number)
    {
        value = isFirst ? TSimd.Zero : TSimd.Load(target);
        number = default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.Fold<TSimd, TVector, T>(
        T* source, byte* numbers, TVector factor, ref TVector value, ref TVector number)
    {
        TVector isThis = TSimd.Equal(TNumbers.Load<TSimd, TVector, T>(numbers), factor);
        value = TSimd.Add(value, TSimd.And(isThis, TSimd.Load(source)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.StoreNumber<TSimd, TVector, T>(TVector number, byte* numbers)
    {
    }
}
