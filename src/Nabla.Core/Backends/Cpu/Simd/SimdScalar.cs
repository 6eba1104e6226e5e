using System.Numerics;
using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Arithmetic on one lane: the definition that the wide registers repeat, and the form without vector
/// hardware.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
public readonly unsafe struct SimdScalar<T> : ISimd<T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static bool IsFloat32
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <inheritdoc/>
    public static bool IsFloat64
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    /// <inheritdoc/>
    public static bool IsInt32
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(int);
    }

    /// <inheritdoc/>
    public static bool IsInteger
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(int) || typeof(T) == typeof(long);
    }

    /// <inheritdoc/>
    public static T Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.Zero;
    }

    /// <inheritdoc/>
    public static T Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => FromBits(0);
    }

    /// <inheritdoc/>
    public static T AllBitsSet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => FromBits(-1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Create(T value) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Constant(double value) => LaneType.FromDouble<T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromBits(long bits) =>
        sizeof(T) == 4 ? Unsafe.BitCast<int, T>((int)bits) : Unsafe.BitCast<long, T>(bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(T* source) => *source;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T value, T* destination) => *destination = value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadPartial(T* source, int count) => count > 0 ? Load(source) : Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(T value, T* destination, int count)
    {
        if (count > 0)
        {
            Store(value, destination);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadUInt8(byte* source) => Constant(*source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadUInt8Partial(byte* source, int count) => count > 0 ? LoadUInt8(source) : Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt8(T value, byte* destination) => *destination = unchecked((byte)(
        typeof(T) == typeof(float) ? float.ConvertToInteger<int>(Single(value))
        : typeof(T) == typeof(double) ? double.ConvertToInteger<long>(Double(value))
        : Bits(value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt8Partial(T value, byte* destination, int count)
    {
        if (count > 0)
        {
            StoreUInt8(value, destination);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadMask(byte* source) => Mask(*source != 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadMaskPartial(byte* source, int count) => Mask(count > 0 && *source != 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(T mask, byte* destination) => *destination = (byte)(Bits(mask) & 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMaskPartial(T mask, byte* destination, int count)
    {
        if (count > 0)
        {
            StoreMask(mask, destination);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add(T left, T right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Subtract(T left, T right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Multiply(T left, T right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide(T left, T right) =>
        LaneType.IsFloating<T>() ? left / right : IntegerDivision<T>.Apply(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Negate(T value) => -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T And(T left, T right) => FromBits(Bits(left) & Bits(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Or(T left, T right) => FromBits(Bits(left) | Bits(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Xor(T left, T right) => FromBits(Bits(left) ^ Bits(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Not(T value) => FromBits(~Bits(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftLeft(T value, int count) => FromBits(Bits(value) << count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftRight(T value, int count) => FromBits(Bits(value) >> count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftRightLogical(T value, int count) =>
        FromBits(sizeof(T) == 4 ? (int)Bits(value) >>> count : Bits(value) >>> count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AndNot(T left, T right) => FromBits(Bits(left) & ~Bits(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AddBits(T left, T right) => FromBits(Bits(left) + Bits(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SubtractBits(T left, T right) => FromBits(Bits(left) - Bits(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd(T left, T right, T addend)
    {
        if (typeof(T) == typeof(float))
        {
            return FromSingle(MathF.FusedMultiplyAdd(Single(left), Single(right), Single(addend)));
        }

        if (typeof(T) == typeof(double))
        {
            return FromDouble(Math.FusedMultiplyAdd(Double(left), Double(right), Double(addend)));
        }

        return (left * right) + addend;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyHigh(T left, T right)
    {
        if (typeof(T) != typeof(int))
        {
            throw LaneType.NotInt32<T>();
        }

        return FromBits((long)(((ulong)(uint)Bits(left) * (uint)Bits(right)) >> 32));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min(T left, T right) =>
        T.IsNaN(left) ? left : Lesser(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(T left, T right) =>
        T.IsNaN(left) ? left : Larger(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Lesser(T left, T right) => left < right ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Larger(T left, T right) => left > right ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Abs(T value) => LaneType.IsFloating<T>()
        ? AndNot(value, Constant(-0.0))
        : value < T.Zero ? -value : value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sqrt(T value)
    {
        return typeof(T) == typeof(float) ? FromSingle(MathF.Sqrt(Single(value)))
            : typeof(T) == typeof(double) ? FromDouble(Math.Sqrt(Double(value)))
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Round(T value)
    {
        return typeof(T) == typeof(float) ? FromSingle(MathF.Round(Single(value)))
            : typeof(T) == typeof(double) ? FromDouble(Math.Round(Double(value)))
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Floor(T value)
    {
        return typeof(T) == typeof(float) ? FromSingle(MathF.Floor(Single(value)))
            : typeof(T) == typeof(double) ? FromDouble(Math.Floor(Double(value)))
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Ceiling(T value)
    {
        return typeof(T) == typeof(float) ? FromSingle(MathF.Ceiling(Single(value)))
            : typeof(T) == typeof(double) ? FromDouble(Math.Ceiling(Double(value)))
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Truncate(T value)
    {
        return typeof(T) == typeof(float) ? FromSingle(MathF.Truncate(Single(value)))
            : typeof(T) == typeof(double) ? FromDouble(Math.Truncate(Double(value)))
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Scale(T value, T exponent)
    {
        return LaneType.IsFloating<T>()
            ? PowerOfTwo.Scale<SimdScalar<T>, T>(value, exponent)
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToIntegerBits(T value)
    {
        return typeof(T) == typeof(float) ? FromBits(float.ConvertToIntegerNative<int>(Single(value)))
            : typeof(T) == typeof(double) ? FromBits(double.ConvertToIntegerNative<long>(Double(value)))
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromIntegerBits(T bits)
    {
        return typeof(T) == typeof(float) ? FromSingle((int)Bits(bits))
            : typeof(T) == typeof(double) ? FromDouble(Bits(bits))
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Equal(T left, T right) => Mask(left == right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NotEqual(T left, T right) => Mask(left != right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Less(T left, T right) => Mask(left < right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LessOrEqual(T left, T right) => Mask(left <= right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Greater(T left, T right) => Mask(left > right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T GreaterOrEqual(T left, T right) => Mask(left >= right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Select(T mask, T whenTrue, T whenFalse) =>
        FromBits((Bits(mask) & Bits(whenTrue)) | (~Bits(mask) & Bits(whenFalse)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(T mask) => Bits(mask) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(T mask) => Bits(mask) == -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(T value) =>
        sizeof(T) == 4 ? Unsafe.BitCast<T, int>(value) : Unsafe.BitCast<T, long>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Single(T value) => Unsafe.BitCast<T, float>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Double(T value) => Unsafe.BitCast<T, double>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FromSingle(float value) => Unsafe.BitCast<float, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FromDouble(double value) => Unsafe.BitCast<double, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Mask(bool condition) => FromBits(condition ? -1 : 0);
}
