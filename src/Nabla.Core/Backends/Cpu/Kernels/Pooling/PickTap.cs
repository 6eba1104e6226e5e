using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Resampling;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>The tap that the number saved beside the result names.</summary>
internal readonly unsafe struct PickTap<TNumbers> : ITapOperation
    where TNumbers : ISavedNumbers
{
    static bool ITapOperation.HasNumbers => true;

    static bool ITapOperation.NumbersFollowSource => false;

    static bool ITapOperation.StartsWithTap => false;

    static int ITapOperation.NumberBytes<T>() => TNumbers.Bytes<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.Start<TSimd, TVector, T>(
        T* source, byte* numbers, T* target, TVector factor, bool isFirst, out TVector value, out TVector number)
    {
        value = isFirst ? TSimd.Zero : TSimd.Load(target);
        number = TNumbers.Load<TSimd, TVector, T>(numbers);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.Fold<TSimd, TVector, T>(
        T* source, byte* numbers, TVector factor, ref TVector value, ref TVector number) =>
        value = TSimd.Select(TSimd.Equal(number, factor), TSimd.Load(source), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.StoreNumber<TSimd, TVector, T>(TVector number, byte* numbers)
    {
    }
}
