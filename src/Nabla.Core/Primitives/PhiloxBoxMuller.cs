namespace Nabla.Primitives;

/// <summary>The Box–Muller transform of random words to normal numbers, to the bit as kernels have to compute
/// it.</summary>
/// <remarks>
/// <para>With <c>u = (⌊first / 2⁸⌋ + 1) 2⁻²⁴</c> in (0, 1] and the angle <c>2π v</c>, <c>v = ⌊second / 2⁸⌋ 2⁻²⁴</c>,
/// the results are <c>√(−2 ln u) cos 2πv</c> and <c>√(−2 ln u) sin 2πv</c>. The largest magnitude is √(48 ln 2) =
/// 5.77.</para>
/// <para>In float32 every step is written out in single rounded operations and exact multiply-adds, so that vector code
/// can repeat it and no platform's logarithm matters. The logarithm splits u as <c>2^e m</c>, m in [2/3, 4/3); the
/// angle is counted in quarter turns, <c>4v = n + t</c> with |t| ≤ ½, which is exact. Float64 takes 53 bits of each
/// pair and the runtime's functions.</para>
/// <para>G. Box, M. Muller, "A note on the generation of random normal deviates", Annals of Mathematical Statistics 29,
/// 1958.</para>
/// </remarks>
public static class PhiloxBoxMuller
{
    private const float TwoToMinus24 = 5.9604645e-8f;
    private const double TwoToMinus53 = 1.1102230246251565e-16;

    /// <summary>Two float32 normals from two words.</summary>
    /// <param name="first">The word of the radius.</param>
    /// <param name="second">The word of the angle.</param>
    /// <param name="even">The cosine part.</param>
    /// <param name="odd">The sine part.</param>
    public static void Single(uint first, uint second, out float even, out float odd)
    {
        float radius = MathF.Sqrt(-2 * Logarithm(((int)(first >> 8) + 1) * TwoToMinus24));

        // Rounded to the nearest of the four quarter turns, what is left is a signed number of 2⁻²²s of one.
        int angle = (int)(second >> 8);
        int turns = (angle + (1 << 21)) >> 22;
        float r = (angle - (turns << 22)) * (TwoToMinus24 * 4) * 1.57079637f;
        float square = r * r;
        float sine = MathF.FusedMultiplyAdd(2.83272493e-6f, square, -0.000198530732f);
        sine = MathF.FusedMultiplyAdd(sine, square, 0.0083333794f);
        sine = MathF.FusedMultiplyAdd(sine, square, -0.166666672f);
        sine = MathF.FusedMultiplyAdd(sine * square, r, r);
        float cosine = MathF.FusedMultiplyAdd(2.44325529e-5f, square, -0.00138873106f);
        cosine = MathF.FusedMultiplyAdd(cosine, square, 0.0416666456f);
        cosine = MathF.FusedMultiplyAdd(cosine, square, -0.5f);
        cosine = MathF.FusedMultiplyAdd(cosine, square, 1);
        (even, odd) = (turns & 3) switch
        {
            0 => (radius * cosine, radius * sine),
            1 => (radius * -sine, radius * cosine),
            2 => (radius * -cosine, radius * -sine),
            _ => (radius * sine, radius * -cosine),
        };
    }

    /// <summary>Two float64 normals from two pairs of words.</summary>
    /// <param name="first">The pair of the radius.</param>
    /// <param name="second">The pair of the angle.</param>
    /// <param name="even">The cosine part.</param>
    /// <param name="odd">The sine part.</param>
    public static void Double(ulong first, ulong second, out double even, out double odd)
    {
        double radius = Math.Sqrt(-2 * Math.Log(((first >> 11) + 1) * TwoToMinus53));
        (double sine, double cosine) = Math.SinCos((second >> 11) * TwoToMinus53 * (2 * Math.PI));
        even = radius * cosine;
        odd = radius * sine;
    }

    private static float Logarithm(float u)
    {
        int bits = BitConverter.SingleToInt32Bits(u);
        int exponent = (bits - 0x3f2aaaab) >> 23;
        float f = BitConverter.Int32BitsToSingle(bits - (exponent << 23)) - 1;
        float p = MathF.FusedMultiplyAdd(-0.128776908f, f, 0.139859751f);
        p = MathF.FusedMultiplyAdd(p, f, -0.121877499f);
        p = MathF.FusedMultiplyAdd(p, f, 0.140054747f);
        p = MathF.FusedMultiplyAdd(p, f, -0.166802078f);
        p = MathF.FusedMultiplyAdd(p, f, 0.200104386f);
        p = MathF.FusedMultiplyAdd(p, f, -0.249998048f);
        p = MathF.FusedMultiplyAdd(p, f, 0.333332151f);
        p = MathF.FusedMultiplyAdd(p, f, -0.5f);
        p = MathF.FusedMultiplyAdd(f * f, p, f);
        return MathF.FusedMultiplyAdd(exponent, 0.693147182f, p);
    }
}
