using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Integer division that never traps, lane by lane: processors have no vector instruction for it.</summary>
internal readonly struct IntegerDivision<T> : IScalarBinaryFunction<T>
    where T : unmanaged
{
    /// <summary>The quotient rounded towards zero; 0 by 0; and by −1 the negation, which wraps around at the smallest
    /// integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, T y)
    {
        if (typeof(T) == typeof(int))
        {
            return Unsafe.BitCast<int, T>((int)Quotient(Unsafe.BitCast<T, int>(x), Unsafe.BitCast<T, int>(y)));
        }

        return Unsafe.BitCast<long, T>(Quotient(Unsafe.BitCast<T, long>(x), Unsafe.BitCast<T, long>(y)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Quotient(long x, long y) => y switch
    {
        0 => 0,
        -1 => unchecked(-x),
        _ => x / y,
    };
}
