using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>Reduction by multiples of π/2 for large floats: exact modulo 4 in fixed point against the bits of
/// 2/π.</summary>
/// <remarks>M. Payne, R. Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18, 1983.</remarks>
internal static class LargeArgument
{
    private const int WindowBits = 96;
    private const double TwoToMinus64 = 5.421010862427522e-20;

    // The first 256 bits of 2/π after the point.
    private static ReadOnlySpan<ulong> TwoOverPi =>
        [0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561];

    // x = mantissa × 2^exponent. Bits of 2/π that times x are multiples of 4 are skipped; the next 96 leave at least 64
    // right of the point, and the nearest a float comes to a multiple of π/2 takes away about 31 of them.
    private static double Reduce(float x, out int turns)
    {
        if (!float.IsFinite(x))
        {
            turns = 0;
            return double.NaN;
        }

        int bits = BitConverter.SingleToInt32Bits(x);
        ulong mantissa = ((uint)bits & 0x7fffff) | 0x800000;
        int exponent = (bits >> 23) - 150;
        int skipped = Math.Max(exponent - 2, 0);
        UInt128 product = mantissa * Window(skipped);
        int point = WindowBits - exponent + skipped;
        Int128 fraction = (Int128)(product << (128 - point));
        turns = ((int)(product >> point) + (fraction < 0 ? 1 : 0)) & 3;
        return (long)(fraction >> 64) * (Math.PI / 2 * TwoToMinus64);
    }

    private static UInt128 Window(int start)
    {
        int index = start / 64;
        int shift = start % 64;
        UInt128 high = new(TwoOverPi[index], TwoOverPi[index + 1]);
        ulong next = index + 2 < TwoOverPi.Length ? TwoOverPi[index + 2] : 0;
        UInt128 shifted = shift == 0 ? high : (high << shift) | (next >> (64 - shift));
        return shifted >> (128 - WindowBits);
    }

    /// <summary>What is left of x after the nearest multiple of π/2.</summary>
    internal readonly struct Remainder : IScalarUnaryFunction<float>
    {
        /// <inheritdoc/>
        public static float Apply(float x) => (float)Reduce(x, out _);
    }

    /// <summary>What <see cref="Remainder"/> lost when it was rounded to float.</summary>
    internal readonly struct RemainderLow : IScalarUnaryFunction<float>
    {
        /// <inheritdoc/>
        public static float Apply(float x)
        {
            double remainder = Reduce(x, out _);
            return (float)(remainder - (float)remainder);
        }
    }

    /// <summary>The nearest multiple of π/2, modulo 4.</summary>
    internal readonly struct Turns : IScalarUnaryFunction<float>
    {
        /// <inheritdoc/>
        public static float Apply(float x)
        {
            Reduce(x, out int turns);
            return turns;
        }
    }
}
