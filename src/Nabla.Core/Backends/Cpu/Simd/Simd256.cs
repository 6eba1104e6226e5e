using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Arithmetic on 256-bit registers: 8 lanes of 32 bits or 4 of 64.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
public readonly unsafe struct Simd256<T> : ISimd<Vector256<T>, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count;
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
    public static Vector256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Zero;
    }

    /// <inheritdoc/>
    public static Vector256<T> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == 4 ? Vector256<int>.Indices.As<int, T>() : Vector256<long>.Indices.As<long, T>();
    }

    /// <inheritdoc/>
    public static Vector256<T> AllBitsSet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.AllBitsSet;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Create(T value) => Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Constant(double value) =>
        typeof(T) == typeof(float) ? Vector256.Create((float)value).As<float, T>()
        : typeof(T) == typeof(double) ? Vector256.Create(value).As<double, T>()
        : typeof(T) == typeof(int) ? Vector256.Create((int)value).As<int, T>()
        : Vector256.Create((long)value).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> FromBits(long bits) =>
        sizeof(T) == 4 ? Vector256.Create((int)bits).As<int, T>() : Vector256.Create(bits).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load(T* source) => Vector256.Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<T> value, T* destination) => value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadPartial(T* source, int count)
    {
        if (Avx2.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx2.MaskLoad((int*)source, FirstLanes32(count)).As<int, T>()
                : Avx2.MaskLoad((long*)source, FirstLanes64(count)).As<long, T>();
        }

        return PartialCopy.Load<Simd256<T>, Vector256<T>, T>(source, count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(Vector256<T> value, T* destination, int count)
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
            PartialCopy.Store<Simd256<T>, Vector256<T>, T>(value, destination, count);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadUInt8(byte* source) => FromBytes(LoadBytes(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadUInt8Partial(byte* source, int count) =>
        FromBytes(PartialCopy.LoadBytes(source, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt8(Vector256<T> value, byte* destination) =>
        StoreBytes(ToBytes(ToIntegers(value)), destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUInt8Partial(Vector256<T> value, byte* destination, int count) =>
        PartialCopy.StoreBytes(ToBytes(ToIntegers(value)), destination, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadMask(byte* source) => MaskFromBytes(LoadBytes(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadMaskPartial(byte* source, int count) =>
        MaskFromBytes(PartialCopy.LoadBytes(source, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(Vector256<T> mask, byte* destination) =>
        StoreBytes(ToBytes(mask) & Vector128<byte>.One, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMaskPartial(Vector256<T> mask, byte* destination, int count) =>
        PartialCopy.StoreBytes(ToBytes(mask) & Vector128<byte>.One, destination, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Add(Vector256<T> left, Vector256<T> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Subtract(Vector256<T> left, Vector256<T> right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Multiply(Vector256<T> left, Vector256<T> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Divide(Vector256<T> left, Vector256<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? left / right
        : LaneByLane.Apply<IntegerDivision<T>, T, Simd256<T>, Vector256<T>>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Negate(Vector256<T> value) =>
        -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> And(Vector256<T> left, Vector256<T> right) => left & right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Or(Vector256<T> left, Vector256<T> right) => left | right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Xor(Vector256<T> left, Vector256<T> right) => left ^ right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Not(Vector256<T> value) => ~value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftLeft(Vector256<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() << count).As<int, T>()
        : (value.AsInt64() << count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftRight(Vector256<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() >> count).As<int, T>()
        : (value.AsInt64() >> count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftRightLogical(Vector256<T> value, int count) => sizeof(T) == 4
        ? (value.AsInt32() >>> count).As<int, T>()
        : (value.AsInt64() >>> count).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AndNot(Vector256<T> left, Vector256<T> right) => left & ~right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AddBits(Vector256<T> left, Vector256<T> right) => sizeof(T) == 4
        ? (left.AsInt32() + right.AsInt32()).As<int, T>()
        : (left.AsInt64() + right.AsInt64()).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SubtractBits(Vector256<T> left, Vector256<T> right) => sizeof(T) == 4
        ? (left.AsInt32() - right.AsInt32()).As<int, T>()
        : (left.AsInt64() - right.AsInt64()).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> left, Vector256<T> right, Vector256<T> addend)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double))
        {
            return Vector256.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();
        }

        return (left * right) + addend;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyHigh(Vector256<T> left, Vector256<T> right)
    {
        if (typeof(T) != typeof(int))
        {
            throw LaneType.NotInt32<T>();
        }

        Vector256<ulong> even = MultiplyEven(left.AsUInt32(), right.AsUInt32());
        Vector256<ulong> odd = MultiplyEven((left.AsUInt64() >>> 32).AsUInt32(), (right.AsUInt64() >>> 32).AsUInt32());
        return ((even >>> 32) | (odd & Vector256.Create(0xffffffff00000000))).As<ulong, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Min(Vector256<T> left, Vector256<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? Select(Equal(left, left), Lesser(left, right), left)
        : Vector256.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Max(Vector256<T> left, Vector256<T> right) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? Select(Equal(left, left), Larger(left, right), left)
        : Vector256.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Lesser(Vector256<T> left, Vector256<T> right)
    {
        if (typeof(T) == typeof(float) && Avx.IsSupported)
        {
            return Avx.Min(left.AsSingle(), right.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Avx.IsSupported)
        {
            return Avx.Min(left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return Select(Less(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Larger(Vector256<T> left, Vector256<T> right)
    {
        if (typeof(T) == typeof(float) && Avx.IsSupported)
        {
            return Avx.Max(left.AsSingle(), right.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Avx.IsSupported)
        {
            return Avx.Max(left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return Select(Greater(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Abs(Vector256<T> value) =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? AndNot(value, Constant(-0.0))
        : Vector256.Abs(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Sqrt(Vector256<T> value)
    {
        return typeof(T) == typeof(float) || typeof(T) == typeof(double)
            ? Vector256.Sqrt(value)
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Round(Vector256<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.Round(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector256.Round(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Floor(Vector256<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.Floor(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector256.Floor(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Ceiling(Vector256<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.Ceiling(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector256.Ceiling(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Truncate(Vector256<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.Truncate(value.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector256.Truncate(value.AsDouble()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Scale(Vector256<T> value, Vector256<T> exponent)
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

        return PowerOfTwo.Scale<Simd256<T>, Vector256<T>>(value, exponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ToIntegerBits(Vector256<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.ConvertToInt32Native(value.AsSingle()).As<int, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector256.ConvertToInt64Native(value.AsDouble()).As<long, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> FromIntegerBits(Vector256<T> bits)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.ConvertToSingle(bits.AsInt32()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector256.ConvertToDouble(bits.AsInt64()).As<double, T>()
            : throw LaneType.NotFloating<T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Equal(Vector256<T> left, Vector256<T> right) => Vector256.Equals(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> NotEqual(Vector256<T> left, Vector256<T> right) => ~Vector256.Equals(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Less(Vector256<T> left, Vector256<T> right) => Vector256.LessThan(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LessOrEqual(Vector256<T> left, Vector256<T> right) =>
        Vector256.LessThanOrEqual(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Greater(Vector256<T> left, Vector256<T> right) => Vector256.GreaterThan(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> GreaterOrEqual(Vector256<T> left, Vector256<T> right) =>
        Vector256.GreaterThanOrEqual(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Select(Vector256<T> mask, Vector256<T> whenTrue, Vector256<T> whenFalse) =>
        Vector256.ConditionalSelect(mask, whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector256<T> mask) => mask.AsInt32() != Vector256<int>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Vector256<T> mask) => mask.AsInt32() == Vector256<int>.AllBitsSet;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> FirstLanes32(int count) =>
        Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> FirstLanes64(int count) =>
        Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> MultiplyEven(Vector256<uint> left, Vector256<uint> right)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.Multiply(left, right);
        }

        Vector256<ulong> low = Vector256.Create(0xfffffffful);
        return (left.AsUInt64() & low) * (right.AsUInt64() & low);
    }

    // The bytes of the lanes, in order from byte 0 up; the bytes above them are unspecified.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> LoadBytes(byte* source)
    {
        return sizeof(T) == 4
            ? Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source)).AsByte()
            : Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(source)).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreBytes(Vector128<byte> bytes, byte* destination)
    {
        if (sizeof(T) == 4)
        {
            Unsafe.WriteUnaligned(destination, bytes.AsUInt64().ToScalar());
        }
        else
        {
            Unsafe.WriteUnaligned(destination, bytes.AsUInt32().ToScalar());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> FromBytes(Vector128<byte> bytes)
    {
        Vector256<T> integers = Widen(bytes);
        return typeof(T) == typeof(float) || typeof(T) == typeof(double) ? FromIntegerBits(integers) : integers;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> MaskFromBytes(Vector128<byte> bytes) => sizeof(T) == 4
        ? Vector256.GreaterThan(Widen(bytes).AsInt32(), Vector256<int>.Zero).As<int, T>()
        : Vector256.GreaterThan(Widen(bytes).AsInt64(), Vector256<long>.Zero).As<long, T>();

    // Saturating, as casts are; ToIntegerBits has no answer for what does not fit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> ToIntegers(Vector256<T> value) =>
        typeof(T) == typeof(float) ? Vector256.ConvertToInt32(value.AsSingle()).As<int, T>()
        : typeof(T) == typeof(double) ? Vector256.ConvertToInt64(value.AsDouble()).As<long, T>()
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Widen(Vector128<byte> bytes)
    {
        if (Avx2.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx2.ConvertToVector256Int32(bytes).As<int, T>()
                : Avx2.ConvertToVector256Int64(bytes).As<long, T>();
        }

        Vector128<ushort> low = Vector128.WidenLower(bytes);
        Vector256<uint> words = Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low));
        return sizeof(T) == 4 ? words.As<uint, T>() : Vector256.WidenLower(words).As<ulong, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ToBytes(Vector256<T> integers)
    {
        if (Avx512F.VL.IsSupported)
        {
            return sizeof(T) == 4
                ? Avx512F.VL.ConvertToVector128Byte(integers.AsUInt32())
                : Avx512F.VL.ConvertToVector128Byte(integers.AsUInt64());
        }

        Vector256<uint> words = sizeof(T) == 4
            ? integers.AsUInt32()
            : Vector256.Narrow(integers.AsUInt64(), integers.AsUInt64());
        Vector128<ushort> halves = Vector128.Narrow(words.GetLower(), words.GetUpper());
        return Vector128.Narrow(halves, halves);
    }
}
