using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Resampling;

namespace Nabla.Backends.Cpu.Kernels.Pooling;

/// <summary>The largest tap, the first of equal ones and NaN before all, and its number.</summary>
internal readonly unsafe struct ChooseTap<TNumbers> : ITapOperation
    where TNumbers : ISavedNumbers
{
    static bool ITapOperation.HasNumbers => true;

    static bool ITapOperation.NumbersFollowSource => false;

    static bool ITapOperation.StartsWithTap => true;

    static int ITapOperation.NumberBytes<T>() => TNumbers.Bytes<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.Start<TSimd, TVector, T>(
        T* source, byte* numbers, T* target, TVector factor, bool isFirst, out TVector value, out TVector number)
    {
        value = TSimd.Load(isFirst ? source : target);
        number = isFirst ? factor : TNumbers.Load<TSimd, TVector, T>(numbers);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.Fold<TSimd, TVector, T>(
        T* source, byte* numbers, TVector factor, ref TVector value, ref TVector number)
    {
        TVector tap = TSimd.Load(source);
        TVector wins = TSimd.Or(TSimd.Greater(tap, value), TSimd.NotEqual(tap, tap));
        value = TSimd.Select(wins, tap, value);
        number = TSimd.Select(wins, factor, number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.StoreNumber<TSimd, TVector, T>(TVector number, byte* numbers) =>
        TNumbers.Store<TSimd, TVector, T>(number, numbers);
}
