namespace Nabla.Backends.Cpu.Simd;

/// <summary>Arithmetic on registers: the contract against which vector bodies are written once, for every lane type and
/// width.</summary>
/// <typeparam name="TVector">The register: <c>Vector512&lt;T&gt;</c>, <c>Vector256&lt;T&gt;</c>,
/// <c>Vector128&lt;T&gt;</c> or plain <c>T</c>, where T is <see cref="float"/>, <see cref="double"/>, <see cref="int"/>
/// or <see cref="long"/>.</typeparam>
/// <remarks>
/// <para>Implemented by <see cref="Simd512{T}"/>, <see cref="Simd256{T}"/>, <see cref="Simd128{T}"/> and
/// <see cref="SimdScalar{T}"/>. Registers themselves are not wrapped, and so there are no operators: in a wrapper the
/// JIT no longer hoists constants out of loops.</para>
/// <para>Every member gives the same bits for a lane on every width, with or without hardware support; only the payload
/// and sign of a NaN are left open. Integer arithmetic wraps around.</para>
/// <para>A mask is a register whose lanes have all bits set (true) or none (false); comparisons make them,
/// <see cref="Select"/> and the bitwise operations use them, and <see cref="StoreMask"/> writes them as bytes 0 and
/// 1.</para>
/// <para>Members marked floating point only throw <see cref="NotSupportedException"/> on integer lanes.</para>
/// </remarks>
public unsafe interface ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>The number of lanes, a constant of the compiled code.</summary>
    static abstract int Count { get; }

    /// <summary>Whether lanes are <see cref="float"/>; a constant of the compiled code, as are those that
    /// follow.</summary>
    static abstract bool IsFloat32 { get; }

    /// <summary>Whether lanes are <see cref="double"/>.</summary>
    static abstract bool IsFloat64 { get; }

    /// <summary>Whether lanes are <see cref="int"/>.</summary>
    static abstract bool IsInt32 { get; }

    /// <summary>Whether lanes are <see cref="int"/> or <see cref="long"/>.</summary>
    static abstract bool IsInteger { get; }

    /// <summary>All lanes zero, which is also the mask that is false everywhere.</summary>
    static abstract TVector Zero { get; }

    /// <summary>The number of each lane, from 0, as integer bits.</summary>
    static abstract TVector Indices { get; }

    /// <summary>The mask that is true everywhere.</summary>
    static abstract TVector AllBitsSet { get; }

    /// <summary>All lanes <paramref name="value"/> rounded to the lane type; folded to a constant when it is
    /// one.</summary>
    static abstract TVector Constant(double value);

    /// <summary>All lanes the low bits of <paramref name="bits"/>, reinterpreted as the lane type.</summary>
    static abstract TVector FromBits(long bits);

    /// <summary>Reads <see cref="Count"/> bytes as numbers 0 to 255.</summary>
    static abstract TVector LoadUInt8(byte* source);

    /// <summary>Reads the first <paramref name="count"/> bytes as numbers; other lanes are zero.</summary>
    static abstract TVector LoadUInt8Partial(byte* source, int count);

    /// <summary>Writes the low byte of each lane, converted to an integer first (towards zero) where lanes are floating
    /// point.</summary>
    static abstract void StoreUInt8(TVector value, byte* destination);

    /// <summary>Writes the first <paramref name="count"/> lanes as <see cref="StoreUInt8"/> does.</summary>
    static abstract void StoreUInt8Partial(TVector value, byte* destination, int count);

    /// <summary>Reads <see cref="Count"/> one-byte booleans as a mask; any byte but 0 is true.</summary>
    static abstract TVector LoadMask(byte* source);

    /// <summary>Reads the first <paramref name="count"/> booleans as a mask; other lanes are false.</summary>
    static abstract TVector LoadMaskPartial(byte* source, int count);

    /// <summary>Writes a mask as bytes 0 and 1.</summary>
    static abstract void StoreMask(TVector mask, byte* destination);

    /// <summary>Writes the first <paramref name="count"/> lanes of a mask as bytes 0 and 1.</summary>
    static abstract void StoreMaskPartial(TVector mask, byte* destination, int count);

    /// <summary>The sum.</summary>
    static abstract TVector Add(TVector left, TVector right);

    /// <summary>The difference.</summary>
    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>The product.</summary>
    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>The quotient; of integers, rounded towards zero, 0 where the divisor is 0, and never a trap.</summary>
    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>The negation; of floating-point lanes, the sign bit flipped.</summary>
    static abstract TVector Negate(TVector value);

    /// <summary>The bitwise and.</summary>
    static abstract TVector And(TVector left, TVector right);

    /// <summary>The bitwise or.</summary>
    static abstract TVector Or(TVector left, TVector right);

    /// <summary>The bitwise exclusive or.</summary>
    static abstract TVector Xor(TVector left, TVector right);

    /// <summary>The bitwise complement.</summary>
    static abstract TVector Not(TVector value);

    /// <summary>The bits of each lane shifted left.</summary>
    static abstract TVector ShiftLeft(TVector value, int count);

    /// <summary>The bits of each lane shifted right, copies of the sign bit coming in.</summary>
    static abstract TVector ShiftRight(TVector value, int count);

    /// <summary>The bits of each lane shifted right, zeros coming in.</summary>
    static abstract TVector ShiftRightLogical(TVector value, int count);

    /// <summary><c>left &amp; ~right</c>.</summary>
    static abstract TVector AndNot(TVector left, TVector right);

    /// <summary>The sum of the lanes' bits taken as integers.</summary>
    static abstract TVector AddBits(TVector left, TVector right);

    /// <summary>The difference of the lanes' bits taken as integers.</summary>
    static abstract TVector SubtractBits(TVector left, TVector right);

    /// <summary><c>left × right + addend</c> rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>The high halves of the products of unsigned 32-bit lanes. <see cref="int"/> lanes only.</summary>
    static abstract TVector MultiplyHigh(TVector left, TVector right);

    /// <summary>The smaller, NaN where either is NaN; of zeros of both signs, <paramref name="right"/>.</summary>
    static abstract TVector Min(TVector left, TVector right);

    /// <summary>The larger, NaN where either is NaN; of zeros of both signs, <paramref name="right"/>.</summary>
    static abstract TVector Max(TVector left, TVector right);

    /// <summary><c>left &lt; right ? left : right</c>, one instruction; a NaN on the right passes through.</summary>
    static abstract TVector Lesser(TVector left, TVector right);

    /// <summary><c>left &gt; right ? left : right</c>, one instruction; a NaN on the right passes through.</summary>
    static abstract TVector Larger(TVector left, TVector right);

    /// <summary>The absolute value; of the smallest integer, itself.</summary>
    static abstract TVector Abs(TVector value);

    /// <summary>The square root, correctly rounded. Floating point only.</summary>
    static abstract TVector Sqrt(TVector value);

    /// <summary>The nearest integral value, halves to even. Floating point only.</summary>
    static abstract TVector Round(TVector value);

    /// <summary>The largest integral value not above. Floating point only.</summary>
    static abstract TVector Floor(TVector value);

    /// <summary>The smallest integral value not below. Floating point only.</summary>
    static abstract TVector Ceiling(TVector value);

    /// <summary>The integral value next towards zero. Floating point only.</summary>
    static abstract TVector Truncate(TVector value);

    /// <summary><c>value × 2^exponent</c> rounded once, for integral exponents and values near 1. Floating point
    /// only.</summary>
    /// <remarks>
    /// Exact in the sense above while |value| lies in [2⁻³², 2³²], zero included; exponents may be any number,
    /// saturating to zero and infinity.
    /// </remarks>
    static abstract TVector Scale(TVector value, TVector exponent);

    /// <summary>Integers of the lanes' width (as bits) holding <paramref name="value"/> rounded towards zero, which
    /// must be in range. Floating point only.</summary>
    static abstract TVector ToIntegerBits(TVector value);

    /// <summary>Numbers from integers of the lanes' width held as bits. Floating point only.</summary>
    static abstract TVector FromIntegerBits(TVector bits);

    /// <summary>The mask of <c>left = right</c>, false where either is NaN.</summary>
    static abstract TVector Equal(TVector left, TVector right);

    /// <summary>The mask of <c>left ≠ right</c>, true where either is NaN.</summary>
    static abstract TVector NotEqual(TVector left, TVector right);

    /// <summary>The mask of <c>left &lt; right</c>.</summary>
    static abstract TVector Less(TVector left, TVector right);

    /// <summary>The mask of <c>left ≤ right</c>.</summary>
    static abstract TVector LessOrEqual(TVector left, TVector right);

    /// <summary>The mask of <c>left &gt; right</c>.</summary>
    static abstract TVector Greater(TVector left, TVector right);

    /// <summary>The mask of <c>left ≥ right</c>.</summary>
    static abstract TVector GreaterOrEqual(TVector left, TVector right);

    /// <summary><paramref name="whenTrue"/> where the mask is true, else <paramref name="whenFalse"/>.</summary>
    static abstract TVector Select(TVector mask, TVector whenTrue, TVector whenFalse);

    /// <summary>Whether a mask is true in any lane.</summary>
    static abstract bool Any(TVector mask);

    /// <summary>Whether a mask is true in every lane.</summary>
    static abstract bool All(TVector mask);
}
