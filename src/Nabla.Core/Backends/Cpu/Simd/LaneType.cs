using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Questions about a lane type that the JIT answers, so that branches on them leave no code.</summary>
internal static class LaneType
{
    /// <summary>Whether <typeparamref name="T"/> is <see cref="float"/> or <see cref="double"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFloating<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <summary>What a member for floating-point lanes throws on integers.</summary>
    public static NotSupportedException NotFloating<T>() =>
        new($"This operation is for float and double lanes, not for {typeof(T)}.");

    /// <summary>What a member for <see cref="int"/> lanes throws on others.</summary>
    public static NotSupportedException NotInt32<T>() => new($"This operation is for int lanes, not for {typeof(T)}.");

    /// <summary><paramref name="value"/> rounded to <typeparamref name="T"/>.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no lane type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromDouble<T>(double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Unsafe.BitCast<float, T>((float)value);
        }

        if (typeof(T) == typeof(double))
        {
            return Unsafe.BitCast<double, T>(value);
        }

        if (typeof(T) == typeof(int))
        {
            return Unsafe.BitCast<int, T>((int)value);
        }

        if (typeof(T) == typeof(long))
        {
            return Unsafe.BitCast<long, T>((long)value);
        }

        throw new NotSupportedException($"{typeof(T)} is no lane type; lanes are float, double, int or long.");
    }
}
