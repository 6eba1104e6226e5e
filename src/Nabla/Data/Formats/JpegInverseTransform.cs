using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Data.Formats;

/// <summary>The inverse cosine transform of blocks of 8 × 8, eight columns at a time.</summary>
/// <remarks>
/// In integers, to the same bits as the accurate method of the Independent JPEG Group's library. Source: C. Loeffler,
/// A. Ligtenberg, G. Moschytz, Practical fast 1-D DCT algorithms with 11 multiplications, 1989.
/// </remarks>
internal static class JpegInverseTransform
{
    private const int Extent = JpegComponent.BlockExtent;
    private const int FractionBits = 13;
    private const int ExtraBits = 2;
    private const int Middle = 128;

    /// <summary>Turns coefficients into samples.</summary>
    /// <param name="block">The coefficients, multiplied by their divisors, in natural order.</param>
    /// <param name="isConstant">Whether all but the first are zero.</param>
    /// <param name="samples">Receives the samples from its start on.</param>
    /// <param name="stride">Samples from one row to the next.</param>
    public static void Apply(Span<int> block, bool isConstant, Span<byte> samples, int stride)
    {
        if (isConstant)
        {
            byte level = (byte)Math.Clamp(((block[0] + 4) >> 3) + Middle, byte.MinValue, byte.MaxValue);
            for (int y = 0; y < Extent; y++)
            {
                samples.Slice(y * stride, Extent).Fill(level);
            }

            return;
        }

        ref int first = ref MemoryMarshal.GetReference(block);
        Rows rows = default;
        for (int y = 0; y < Extent; y++)
        {
            rows[y] = Vector256.LoadUnsafe(ref first, (nuint)(y * Extent));
        }

        Pass(ref rows, FractionBits - ExtraBits);
        Transpose(ref rows, block);
        Pass(ref rows, FractionBits + ExtraBits + 3);
        Transpose(ref rows, block);
        for (int y = 0; y < Extent; y++)
        {
            Vector256<int> row = Vector256.Clamp(
                rows[y] + Vector256.Create(Middle), Vector256<int>.Zero, Vector256.Create((int)byte.MaxValue));
            Vector128<short> narrow = Vector128.Narrow(row.GetLower(), row.GetUpper());
            Vector128.Narrow(narrow.AsUInt16(), narrow.AsUInt16()).GetLower()
                .StoreUnsafe(ref MemoryMarshal.GetReference(samples.Slice(y * stride, Extent)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pass(ref Rows x, int shift)
    {
        Vector256<int> z1 = (x[2] + x[6]) * 4433;
        Vector256<int> even2 = z1 - (x[6] * 15137), even3 = z1 + (x[2] * 6270);
        Vector256<int> even0 = (x[0] + x[4]) << FractionBits, even1 = (x[0] - x[4]) << FractionBits;
        Vector256<int> a0 = even0 + even3, a3 = even0 - even3, a1 = even1 + even2, a2 = even1 - even2;

        Vector256<int> z3 = x[7] + x[3], z4 = x[5] + x[1], z5 = (z3 + z4) * 9633;
        z1 = (x[7] + x[1]) * -7373;
        Vector256<int> z2 = (x[5] + x[3]) * -20995;
        z3 = (z3 * -16069) + z5;
        z4 = (z4 * -3196) + z5;
        Vector256<int> b0 = (x[7] * 2446) + z1 + z3, b1 = (x[5] * 16819) + z2 + z4;
        Vector256<int> b2 = (x[3] * 25172) + z2 + z3, b3 = (x[1] * 12299) + z1 + z4;

        Vector256<int> half = Vector256.Create(1 << (shift - 1));
        (x[0], x[7]) = ((a0 + b3 + half) >> shift, (a0 - b3 + half) >> shift);
        (x[1], x[6]) = ((a1 + b2 + half) >> shift, (a1 - b2 + half) >> shift);
        (x[2], x[5]) = ((a2 + b1 + half) >> shift, (a2 - b1 + half) >> shift);
        (x[3], x[4]) = ((a3 + b0 + half) >> shift, (a3 - b0 + half) >> shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Rows x, Span<int> memory)
    {
        if (!Avx2.IsSupported)
        {
            TransposeInMemory(ref x, memory);
            return;
        }

        Rows pairs = default, fours = default;
        for (int i = 0; i < Extent; i += 2)
        {
            pairs[i] = Avx2.UnpackLow(x[i], x[i + 1]);
            pairs[i + 1] = Avx2.UnpackHigh(x[i], x[i + 1]);
        }

        for (int i = 0; i < Extent; i += 4)
        {
            fours[i] = Avx2.UnpackLow(pairs[i].AsInt64(), pairs[i + 2].AsInt64()).AsInt32();
            fours[i + 1] = Avx2.UnpackHigh(pairs[i].AsInt64(), pairs[i + 2].AsInt64()).AsInt32();
            fours[i + 2] = Avx2.UnpackLow(pairs[i + 1].AsInt64(), pairs[i + 3].AsInt64()).AsInt32();
            fours[i + 3] = Avx2.UnpackHigh(pairs[i + 1].AsInt64(), pairs[i + 3].AsInt64()).AsInt32();
        }

        for (int i = 0; i < Extent / 2; i++)
        {
            x[i] = Avx2.Permute2x128(fours[i], fours[i + 4], 0x20);
            x[i + 4] = Avx2.Permute2x128(fours[i], fours[i + 4], 0x31);
        }
    }

    private static void TransposeInMemory(ref Rows x, Span<int> memory)
    {
        for (int y = 0; y < Extent; y++)
        {
            for (int column = 0; column < Extent; column++)
            {
                memory[(column * Extent) + y] = x[y].GetElement(column);
            }
        }

        for (int y = 0; y < Extent; y++)
        {
            x[y] = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)(y * Extent));
        }
    }

    [InlineArray(Extent)]
    private struct Rows
    {
#pragma warning disable IDE0044, IDE0051 // The element of an inline array is neither read nor written by name.
        private Vector256<int> _first;
#pragma warning restore IDE0044, IDE0051
    }
}
