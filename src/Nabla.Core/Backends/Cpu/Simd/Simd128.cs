using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Arithmetic on 128-bit registers: 4 lanes of 32 bits or 2 of 64.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
public readonly unsafe struct Simd128<T> : ISimd<Vector128<T>, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count;
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
    public static Vector128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Zero;
    }

    /// <inheritdoc/>
    public static Vector128<T> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == 4 ? Vector128<int>.Indices.As<int, T>() : Vector128<long>.Indices.As<long, T>();
    }

    /// <inheritdoc/>
    public static Vector128<T> AllBitsSet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.AllBitsSet;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Create(T value) => Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Constant(double value) =>
        typeof(T) == typeof(float) ? Vector128.Create((float)value).As<float, T>()
        : typeof(T) == typeof(double) ? Vector128.Create(value).As<double, T>()
        : typeof(T) == typeof(int) ? Vector128.Create((int)value).As<int, T>()
        : Vector128.Create((long)value).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> FromBits(long bits) =>
        sizeof(T) == 4 ? Vector128.Create((int)bits).As<int, T>() : Vector128.Create(bits).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(T* source) => Vector128.Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> value, T* destination) => value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadPartial(T* source, int count)
    {
        if (Avx2.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx2.MaskLoad((int*)source, FirstLanes32(count)).As<int, T>()
                : Avx2.MaskLoad((long*)source, FirstLanes64(count)).As<long, T>();
        }

        return PartialCopy.Load<Simd128<T>, Vector128<T>, T>(source, count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(Vector128<T> value, T* destination, int count)
    {
        if (Avx2.IsSupported && sizeof(T) == 4)
        {
            Avx2.MaskStore((int*)destination, FirstLanes32(count), value.AsInt32());
        }
        else if (Avx2.IsSupported)
        {
            Avx2.MaskStore((long*)destination, FirstLanes64(count), value.AsInt64());
        }
        else
        {
            PartialCopy.Store<Simd128<T>, Vector128<T>, T>(value, destination, count);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadUInt8(byte* source) => FromBytes(LoadBytes(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadUInt8Partial(byte* source, int count) =>
        FromBytes(PartialCopy.LoadBytes(source, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt8(Vector128<T> value, byte* destination) =>
        StoreBytes(ToBytes(ToIntegers(value)), destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt8Partial(Vector128<T> value, byte* destination, int count) =>
        PartialCopy.StoreBytes(ToBytes(ToIntegers(value)), destination, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadMask(byte* source) => MaskFromBytes(LoadBytes(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadMaskPartial(byte* source, int count) =>
        MaskFromBytes(PartialCopy.LoadBytes(source, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(Vector128<T> mask, byte* destination) =>
        StoreBytes(ToBytes(mask) & Vector128<byte>.One, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMaskPartial(Vector128<T> mask, byte* destination, int count) =>
        PartialCopy.StoreBytes(ToBytes(mask) & Vector128<byte>.One, destination, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> left, Vector128<T> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Subtract(Vector128<T> left, Vector128<T> right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Multiply(Vector128<T> left, Vector128<T> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Divide(Vector128<T> left, Vector128<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? left / right
        : LaneByLane.Apply<IntegerDivision<T>, T, Simd128<T>, Vector128<T>>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Negate(Vector128<T> value) =>
        -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> And(Vector128<T> left, Vector128<T> right) => left & right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Or(Vector128<T> left, Vector128<T> right) => left | right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Xor(Vector128<T> left, Vector128<T> right) => left ^ right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Not(Vector128<T> value) => ~value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftLeft(Vector128<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() << count).As<int, T>()
        : (value.AsInt64() << count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftRight(Vector128<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() >> count).As<int, T>()
        : (value.AsInt64() >> count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftRightLogical(Vector128<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() >>> count).As<int, T>()
        : (value.AsInt64() >>> count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AndNot(Vector128<T> left, Vector128<T> right) => left & ~right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddBits(Vector128<T> left, Vector128<T> right) => sizeof(T) == 4
        ? (left.AsInt32() + right.AsInt32()).As<int, T>()
        : (left.AsInt64() + right.AsInt64()).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SubtractBits(Vector128<T> left, Vector128<T> right) => sizeof(T) == 4
        ? (left.AsInt32() - right.AsInt32()).As<int, T>()
        : (left.AsInt64() - right.AsInt64()).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> left, Vector128<T> right, Vector128<T> addend)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector128.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double))
        {
            return Vector128.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();
        }

        return (left * right) + addend;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyHigh(Vector128<T> left, Vector128<T> right)
    {
        if (typeof(T) != typeof(int))
        {
            throw LaneType.NotInt32<T>();
        }

        Vector128<ulong> even = MultiplyEven(left.AsUInt32(), right.AsUInt32());
        Vector128<ulong> odd = MultiplyEven((left.AsUInt64() >>> 32).AsUInt32(), (right.AsUInt64() >>> 32).AsUInt32());
        return ((even >>> 32) | (odd & Vector128.Create(0xffffffff00000000))).As<ulong, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Min(Vector128<T> left, Vector128<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? Select(Equal(left, left), Lesser(left, right), left)
        : Vector128.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Max(Vector128<T> left, Vector128<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? Select(Equal(left, left), Larger(left, right), left)
        : Vector128.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Lesser(Vector128<T> left, Vector128<T> right)
    {
        if (typeof(T) == typeof(float) && Sse.IsSupported)
        {
            return Sse.Min(left.AsSingle(), right.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Sse2.IsSupported)
        {
            return Sse2.Min(left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return Select(Less(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Larger(Vector128<T> left, Vector128<T> right)
    {
        if (typeof(T) == typeof(float) && Sse.IsSupported)
        {
            return Sse.Max(left.AsSingle(), right.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Sse2.IsSupported)
        {
            return Sse2.Max(left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return Select(Greater(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Abs(Vector128<T> value) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? AndNot(value, Constant(-0.0))
        : Vector128.Abs(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Sqrt(Vector128<T> value)
    {
        return typeof(T) == typeof(float) || typeof(T) == typeof(double)
            ? Vector128.Sqrt(value)
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Round(Vector128<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector128.Round(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector128.Round(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Floor(Vector128<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector128.Floor(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector128.Floor(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Ceiling(Vector128<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector128.Ceiling(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector128.Ceiling(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Truncate(Vector128<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector128.Truncate(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector128.Truncate(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Scale(Vector128<T> value, Vector128<T> exponent)
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            throw LaneType.NotFloating<T>();
        }

        if (Avx512F.VL.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx512F.VL.Scale(value.AsSingle(), exponent.AsSingle()).As<float, T>()
                : Avx512F.VL.Scale(value.AsDouble(), exponent.AsDouble()).As<double, T>();
        }

        return PowerOfTwo.Scale<Simd128<T>, Vector128<T>>(value, exponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ToIntegerBits(Vector128<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector128.ConvertToInt32Native(value.AsSingle()).As<int, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector128.ConvertToInt64Native(value.AsDouble()).As<long, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> FromIntegerBits(Vector128<T> bits)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector128.ConvertToSingle(bits.AsInt32()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector128.ConvertToDouble(bits.AsInt64()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Equal(Vector128<T> left, Vector128<T> right) => Vector128.Equals(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> NotEqual(Vector128<T> left, Vector128<T> right) => ~Vector128.Equals(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Less(Vector128<T> left, Vector128<T> right) => Vector128.LessThan(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LessOrEqual(Vector128<T> left, Vector128<T> right) =>
        Vector128.LessThanOrEqual(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Greater(Vector128<T> left, Vector128<T> right) => Vector128.GreaterThan(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> GreaterOrEqual(Vector128<T> left, Vector128<T> right) =>
        Vector128.GreaterThanOrEqual(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Select(Vector128<T> mask, Vector128<T> whenTrue, Vector128<T> whenFalse) =>
        Vector128.ConditionalSelect(mask, whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector128<T> mask) => mask.AsInt32() != Vector128<int>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Vector128<T> mask) => mask.AsInt32() == Vector128<int>.AllBitsSet;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> FirstLanes32(int count) =>
        Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> FirstLanes64(int count) =>
        Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> MultiplyEven(Vector128<uint> left, Vector128<uint> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.Multiply(left, right);
        }

        Vector128<ulong> low = Vector128.Create(0xfffffffful);
        return (left.AsUInt64() & low) * (right.AsUInt64() & low);
    }

    // The bytes of the lanes, in order from byte 0 up; the bytes above them are unspecified.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> LoadBytes(byte* source)
    {
        return sizeof(T) == 4
            ? Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(source)).AsByte()
            : Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ushort>(source)).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreBytes(Vector128<byte> bytes, byte* destination)
    {
        if (sizeof(T) == 4)
        {
            Unsafe.WriteUnaligned(destination, bytes.AsUInt32().ToScalar());
        }
        else
        {
            Unsafe.WriteUnaligned(destination, bytes.AsUInt16().ToScalar());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> FromBytes(Vector128<byte> bytes)
    {
        Vector128<T> integers = Widen(bytes);
        return typeof(T) == typeof(float) || typeof(T) == typeof(double) ? FromIntegerBits(integers) : integers;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> MaskFromBytes(Vector128<byte> bytes) => sizeof(T) == 4
        ? Vector128.GreaterThan(Widen(bytes).AsInt32(), Vector128<int>.Zero).As<int, T>()
        : Vector128.GreaterThan(Widen(bytes).AsInt64(), Vector128<long>.Zero).As<long, T>();

    // Saturating, as casts are; ToIntegerBits has no answer for what does not fit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> ToIntegers(Vector128<T> value) =>
        typeof(T) == typeof(float) ? Vector128.ConvertToInt32(value.AsSingle()).As<int, T>()
        : typeof(T) == typeof(double) ? Vector128.ConvertToInt64(value.AsDouble()).As<long, T>()
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Widen(Vector128<byte> bytes)
    {
        Vector128<uint> words = Vector128.WidenLower(Vector128.WidenLower(bytes));
        return sizeof(T) == 4 ? words.As<uint, T>() : Vector128.WidenLower(words).As<ulong, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ToBytes(Vector128<T> integers)
    {
        Vector128<uint> words = sizeof(T) == 4
            ? integers.AsUInt32()
            : Vector128.Narrow(integers.AsUInt64(), integers.AsUInt64());
        Vector128<ushort> halves = Vector128.Narrow(words, words);
        return Vector128.Narrow(halves, halves);
    }
}
