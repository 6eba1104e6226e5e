using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>The sum of the taps.</summary>
internal readonly unsafe struct SumTaps : ITapOperation
{
    static bool ITapOperation.HasNumbers => false;

    static bool ITapOperation.NumbersFollowSource => false;

    static bool ITapOperation.StartsWithTap => false;

    static int ITapOperation.NumberBytes<T>() => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.Start<TSimd, TVector, T>(
        T* source, byte* numbers, T* target, TVector factor, bool isFirst, out TVector value, out TVector number)
    {
        value = isFirst ? TSimd.Zero : TSimd.Load(target);
        number = default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.Fold<TSimd, TVector, T>(
        T* source, byte* numbers, TVector factor, ref TVector value, ref TVector number) =>
        value = TSimd.Add(value, TSimd.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ITapOperation.StoreNumber<TSimd, TVector, T>(TVector number, byte* numbers)
    {
    }
}
