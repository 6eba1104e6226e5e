using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Arithmetic on 512-bit registers: 16 lanes of 32 bits or 8 of 64.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
public readonly unsafe struct Simd512<T> : ISimd<Vector512<T>, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
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
    public static Vector512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Zero;
    }

    /// <inheritdoc/>
    public static Vector512<T> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == 4 ? Vector512<int>.Indices.As<int, T>() : Vector512<long>.Indices.As<long, T>();
    }

    /// <inheritdoc/>
    public static Vector512<T> AllBitsSet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.AllBitsSet;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Create(T value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Constant(double value) =>
        typeof(T) == typeof(float) ? Vector512.Create((float)value).As<float, T>()
        : typeof(T) == typeof(double) ? Vector512.Create(value).As<double, T>()
        : typeof(T) == typeof(int) ? Vector512.Create((int)value).As<int, T>()
        : Vector512.Create((long)value).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FromBits(long bits) =>
        sizeof(T) == 4 ? Vector512.Create((int)bits).As<int, T>() : Vector512.Create(bits).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load(T* source) => Vector512.Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<T> value, T* destination) => value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadPartial(T* source, int count)
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx512F.MaskLoad((int*)source, FirstLanes32(count), Vector512<int>.Zero).As<int, T>()
                : Avx512F.MaskLoad((long*)source, FirstLanes64(count), Vector512<long>.Zero).As<long, T>();
        }

        return PartialCopy.Load<Simd512<T>, Vector512<T>, T>(source, count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(Vector512<T> value, T* destination, int count)
    {
        if (Avx512F.IsSupported && sizeof(T) == 4)
        {
            Avx512F.MaskStore((int*)destination, FirstLanes32(count), value.AsInt32());
        }
        else if (Avx512F.IsSupported)
        {
            Avx512F.MaskStore((long*)destination, FirstLanes64(count), value.AsInt64());
        }
        else
        {
            PartialCopy.Store<Simd512<T>, Vector512<T>, T>(value, destination, count);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadUInt8(byte* source) => FromBytes(LoadBytes(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadUInt8Partial(byte* source, int count) =>
        FromBytes(PartialCopy.LoadBytes(source, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt8(Vector512<T> value, byte* destination) =>
        StoreBytes(ToBytes(ToIntegers(value)), destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt8Partial(Vector512<T> value, byte* destination, int count) =>
        PartialCopy.StoreBytes(ToBytes(ToIntegers(value)), destination, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadMask(byte* source) => MaskFromBytes(LoadBytes(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadMaskPartial(byte* source, int count) =>
        MaskFromBytes(PartialCopy.LoadBytes(source, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(Vector512<T> mask, byte* destination) =>
        StoreBytes(ToBytes(mask) & Vector128<byte>.One, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMaskPartial(Vector512<T> mask, byte* destination, int count) =>
        PartialCopy.StoreBytes(ToBytes(mask) & Vector128<byte>.One, destination, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add(Vector512<T> left, Vector512<T> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Subtract(Vector512<T> left, Vector512<T> right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Multiply(Vector512<T> left, Vector512<T> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Divide(Vector512<T> left, Vector512<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? left / right
        : LaneByLane.Apply<IntegerDivision<T>, T, Simd512<T>, Vector512<T>>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Negate(Vector512<T> value) =>
        -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> And(Vector512<T> left, Vector512<T> right) => left & right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Or(Vector512<T> left, Vector512<T> right) => left | right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Xor(Vector512<T> left, Vector512<T> right) => left ^ right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Not(Vector512<T> value) => ~value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftLeft(Vector512<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() << count).As<int, T>()
        : (value.AsInt64() << count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftRight(Vector512<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() >> count).As<int, T>()
        : (value.AsInt64() >> count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftRightLogical(Vector512<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() >>> count).As<int, T>()
        : (value.AsInt64() >>> count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AndNot(Vector512<T> left, Vector512<T> right) => left & ~right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AddBits(Vector512<T> left, Vector512<T> right) => sizeof(T) == 4
        ? (left.AsInt32() + right.AsInt32()).As<int, T>()
        : (left.AsInt64() + right.AsInt64()).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SubtractBits(Vector512<T> left, Vector512<T> right) => sizeof(T) == 4
        ? (left.AsInt32() - right.AsInt32()).As<int, T>()
        : (left.AsInt64() - right.AsInt64()).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> left, Vector512<T> right, Vector512<T> addend)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector512.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double))
        {
            return Vector512.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();
        }

        return (left * right) + addend;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyHigh(Vector512<T> left, Vector512<T> right)
    {
        if (typeof(T) != typeof(int))
        {
            throw LaneType.NotInt32<T>();
        }

        Vector512<ulong> even = MultiplyEven(left.AsUInt32(), right.AsUInt32());
        Vector512<ulong> odd = MultiplyEven((left.AsUInt64() >>> 32).AsUInt32(), (right.AsUInt64() >>> 32).AsUInt32());
        return ((even >>> 32) | (odd & Vector512.Create(0xffffffff00000000))).As<ulong, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Min(Vector512<T> left, Vector512<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? Select(Equal(left, left), Lesser(left, right), left)
        : Vector512.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Max(Vector512<T> left, Vector512<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? Select(Equal(left, left), Larger(left, right), left)
        : Vector512.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Lesser(Vector512<T> left, Vector512<T> right)
    {
        if (typeof(T) == typeof(float) && Avx512F.IsSupported)
        {
            return Avx512F.Min(left.AsSingle(), right.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Avx512F.IsSupported)
        {
            return Avx512F.Min(left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return Select(Less(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Larger(Vector512<T> left, Vector512<T> right)
    {
        if (typeof(T) == typeof(float) && Avx512F.IsSupported)
        {
            return Avx512F.Max(left.AsSingle(), right.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Avx512F.IsSupported)
        {
            return Avx512F.Max(left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return Select(Greater(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Abs(Vector512<T> value) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? AndNot(value, Constant(-0.0))
        : Vector512.Abs(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sqrt(Vector512<T> value)
    {
        return typeof(T) == typeof(float) || typeof(T) == typeof(double)
            ? Vector512.Sqrt(value)
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Round(Vector512<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector512.Round(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector512.Round(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Floor(Vector512<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector512.Floor(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector512.Floor(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Ceiling(Vector512<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector512.Ceiling(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector512.Ceiling(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Truncate(Vector512<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector512.Truncate(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector512.Truncate(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Scale(Vector512<T> value, Vector512<T> exponent)
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            throw LaneType.NotFloating<T>();
        }

        if (Avx512F.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx512F.Scale(value.AsSingle(), exponent.AsSingle()).As<float, T>()
                : Avx512F.Scale(value.AsDouble(), exponent.AsDouble()).As<double, T>();
        }

        return PowerOfTwo.Scale<Simd512<T>, Vector512<T>>(value, exponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ToIntegerBits(Vector512<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector512.ConvertToInt32Native(value.AsSingle()).As<int, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector512.ConvertToInt64Native(value.AsDouble()).As<long, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FromIntegerBits(Vector512<T> bits)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector512.ConvertToSingle(bits.AsInt32()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector512.ConvertToDouble(bits.AsInt64()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Equal(Vector512<T> left, Vector512<T> right) => Vector512.Equals(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> NotEqual(Vector512<T> left, Vector512<T> right) => ~Vector512.Equals(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Less(Vector512<T> left, Vector512<T> right) => Vector512.LessThan(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LessOrEqual(Vector512<T> left, Vector512<T> right) =>
        Vector512.LessThanOrEqual(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Greater(Vector512<T> left, Vector512<T> right) => Vector512.GreaterThan(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> GreaterOrEqual(Vector512<T> left, Vector512<T> right) =>
        Vector512.GreaterThanOrEqual(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Select(Vector512<T> mask, Vector512<T> whenTrue, Vector512<T> whenFalse) =>
        Vector512.ConditionalSelect(mask, whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector512<T> mask) => mask.AsInt32() != Vector512<int>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Vector512<T> mask) => mask.AsInt32() == Vector512<int>.AllBitsSet;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> FirstLanes32(int count) =>
        Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> FirstLanes64(int count) =>
        Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> MultiplyEven(Vector512<uint> left, Vector512<uint> right)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Multiply(left, right);
        }

        Vector512<ulong> low = Vector512.Create(0xfffffffful);
        return (left.AsUInt64() & low) * (right.AsUInt64() & low);
    }

    // The bytes of the lanes, in order from byte 0 up; the bytes above them are unspecified.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> LoadBytes(byte* source)
    {
        return sizeof(T) == 4
            ? Vector128.Load(source)
            : Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source)).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreBytes(Vector128<byte> bytes, byte* destination)
    {
        if (sizeof(T) == 4)
        {
            bytes.Store(destination);
        }
        else
        {
            Unsafe.WriteUnaligned(destination, bytes.AsUInt64().ToScalar());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> FromBytes(Vector128<byte> bytes)
    {
        Vector512<T> integers = Widen(bytes);
        return typeof(T) == typeof(float) || typeof(T) == typeof(double) ? FromIntegerBits(integers) : integers;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> MaskFromBytes(Vector128<byte> bytes) => sizeof(T) == 4
        ? Vector512.GreaterThan(Widen(bytes).AsInt32(), Vector512<int>.Zero).As<int, T>()
        : Vector512.GreaterThan(Widen(bytes).AsInt64(), Vector512<long>.Zero).As<long, T>();

    // Saturating, as casts are; ToIntegerBits has no answer for what does not fit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ToIntegers(Vector512<T> value) =>
        typeof(T) == typeof(float) ? Vector512.ConvertToInt32(value.AsSingle()).As<int, T>()
        : typeof(T) == typeof(double) ? Vector512.ConvertToInt64(value.AsDouble()).As<long, T>()
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Widen(Vector128<byte> bytes)
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx512F.ConvertToVector512Int32(bytes).As<int, T>()
                : Avx512F.ConvertToVector512Int64(bytes).As<long, T>();
        }

        Vector128<ushort> low = Vector128.WidenLower(bytes);
        Vector512<uint> words = Vector512.Create(
            Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low)),
            Vector256.Create(
                Vector128.WidenLower(Vector128.WidenUpper(bytes)), Vector128.WidenUpper(Vector128.WidenUpper(bytes))));
        return sizeof(T) == 4 ? words.As<uint, T>() : Vector512.WidenLower(words).As<ulong, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ToBytes(Vector512<T> integers)
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx512F.ConvertToVector128Byte(integers.AsUInt32())
                : Avx512F.ConvertToVector128Byte(integers.AsUInt64());
        }

        Vector512<uint> words = sizeof(T) == 4
            ? integers.AsUInt32()
            : Vector512.Narrow(integers.AsUInt64(), integers.AsUInt64());
        return Vector128.Narrow(
            Vector128.Narrow(words.GetLower().GetLower(), words.GetLower().GetUpper()),
            Vector128.Narrow(words.GetUpper().GetLower(), words.GetUpper().GetUpper()));
    }
}
