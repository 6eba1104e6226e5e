using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary><c>x^y</c> with the special cases of IEEE 754's <c>pow</c>; of integers, wrapping around, a negative power
/// being the truncated reciprocal.</summary>
/// <remarks>
/// float32: at most 2 ulp off. The logarithm is computed in pairs of floats (about 2⁻³⁵ off), since <c>y ln x</c> may
/// reach 104 and its absolute error becomes the relative error of the result.
/// </remarks>
internal readonly struct Pow :
    IBinaryKernel, IScalarBinaryFunction<double>, IScalarBinaryFunction<int>, IScalarBinaryFunction<long>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x, TVector y)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        if (TSimd.IsFloat32)
        {
            return Single<TSimd, TVector>(x, y);
        }

        if (TSimd.IsFloat64)
        {
            return LaneByLane.Apply<Pow, double, TSimd, TVector>(x, y);
        }

        return TSimd.IsInt32
            ? LaneByLane.Apply<Pow, int, TSimd, TVector>(x, y)
            : LaneByLane.Apply<Pow, long, TSimd, TVector>(x, y);
    }

    /// <inheritdoc/>
    public static double Apply(double x, double y) => Math.Pow(x, y);

    /// <inheritdoc/>
    public static int Apply(int x, int y) => unchecked((int)Apply((long)x, y));

    /// <inheritdoc/>
    public static long Apply(long x, long y)
    {
        if (y < 0)
        {
            return x switch
            {
                1 => 1,
                -1 => (y & 1) == 0 ? 1 : -1,
                _ => 0,
            };
        }

        long result = 1;
        for (; y != 0; y >>= 1)
        {
            if ((y & 1) != 0)
            {
                result = unchecked(result * x);
            }

            x = unchecked(x * x);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x, TVector y)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector one = TSimd.Constant(1);
        TVector magnitude = TSimd.Abs(x);
        TVector high = Logarithm<TSimd, TVector>(magnitude, out TVector low);
        TVector power = PowerOfMagnitude<TSimd, TVector>(high, low, y);

        // |x| = 1 has logarithm 0, which an infinite y would turn into NaN.
        power = TSimd.Select(TSimd.Equal(magnitude, one), one, power);

        TVector isInteger = TSimd.Equal(TSimd.Truncate(y), y);
        TVector half = TSimd.Multiply(y, TSimd.Constant(0.5));
        TVector isOdd = TSimd.AndNot(isInteger, TSimd.Equal(TSimd.Truncate(half), half));
        power = TSimd.Xor(power, TSimd.And(TSimd.And(x, isOdd), TSimd.Constant(-0.0)));

        TVector negative = TSimd.And(
            TSimd.Less(x, TSimd.Zero), TSimd.Greater(x, TSimd.Constant(double.NegativeInfinity)));
        power = TSimd.Select(TSimd.AndNot(negative, isInteger), TSimd.Constant(double.NaN), power);
        TVector sum = TSimd.Add(x, y);
        TVector unordered = TSimd.Or(TSimd.NotEqual(x, x), TSimd.NotEqual(y, y));
        power = TSimd.Select(unordered, sum, power);
        return TSimd.Select(TSimd.Or(TSimd.Equal(x, one), TSimd.Equal(y, TSimd.Zero)), one, power);
    }

    // ln x = high + low for x ≥ 0, from ln m = 2 artanh r with r = (m − 1) / (m + 1), r, r² and the cubic term in pairs
    // of floats.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Logarithm<TSimd, TVector>(TVector x, out TVector low)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector small = TSimd.Less(x, TSimd.Constant(1.17549435e-38f));
        TVector normal = TSimd.Select(small, TSimd.Multiply(x, TSimd.Constant(8388608)), x);
        TVector m = LogarithmSeries.Split<TSimd, TVector>(normal, out TVector exponentBits);
        TVector exponent = TSimd.Add(TSimd.FromIntegerBits(exponentBits), TSimd.And(small, TSimd.Constant(-23)));

        TVector one = TSimd.Constant(1);
        TVector f = TSimd.Subtract(m, one);
        TVector sum = TSimd.Add(m, one);
        TVector sumLow = TSimd.Subtract(m, TSimd.Subtract(sum, one));
        TVector inverse = TSimd.Divide(one, sum);
        TVector r = TSimd.Multiply(f, inverse);
        TVector negativeR = TSimd.Negate(r);
        TVector rest = TSimd.MultiplyAdd(negativeR, sumLow, TSimd.MultiplyAdd(negativeR, sum, f));
        TVector rLow = TSimd.Multiply(rest, inverse);

        TVector square = TSimd.Multiply(r, r);
        TVector squareLow = TSimd.MultiplyAdd(TSimd.Add(r, r), rLow, TSimd.MultiplyAdd(r, r, TSimd.Negate(square)));
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(0.238888994f), square, TSimd.Constant(0.285247207f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.400004029f));

        // The cubic coefficient 2/3 r², and above it p r⁴.
        TVector twoThirds = TSimd.Constant(0.666666687f);
        TVector u = TSimd.Multiply(square, twoThirds);
        TVector uLow = TSimd.MultiplyAdd(square, twoThirds, TSimd.Negate(u));
        uLow = TSimd.MultiplyAdd(square, TSimd.Constant(-1.98682155e-8f), uLow);
        uLow = TSimd.MultiplyAdd(squareLow, twoThirds, uLow);
        uLow = TSimd.MultiplyAdd(TSimd.Multiply(square, square), p, uLow);
        TVector cubic = TSimd.Multiply(u, r);
        TVector cubicLow = TSimd.MultiplyAdd(u, r, TSimd.Negate(cubic));
        cubicLow = TSimd.MultiplyAdd(uLow, r, cubicLow);
        cubicLow = TSimd.MultiplyAdd(u, rLow, cubicLow);

        TVector twice = TSimd.Add(r, r);
        TVector mantissa = TSimd.Add(twice, cubic);
        TVector mantissaLow = TSimd.Add(
            TSimd.Subtract(cubic, TSimd.Subtract(mantissa, twice)), TSimd.Add(TSimd.Add(rLow, rLow), cubicLow));

        TVector ln2 = TSimd.Constant(0.693147182f);
        TVector scaled = TSimd.Multiply(exponent, ln2);
        TVector scaledLow = TSimd.MultiplyAdd(exponent, ln2, TSimd.Negate(scaled));
        scaledLow = TSimd.MultiplyAdd(exponent, TSimd.Constant(-1.90465421e-9f), scaledLow);
        TVector total = TSimd.Add(scaled, mantissa);
        TVector totalLow = TSimd.Add(
            TSimd.Subtract(mantissa, TSimd.Subtract(total, scaled)), TSimd.Add(scaledLow, mantissaLow));
        TVector high = TSimd.Add(total, totalLow);
        low = TSimd.Subtract(totalLow, TSimd.Subtract(high, total));

        TVector infinity = TSimd.Constant(double.PositiveInfinity);
        TVector isZero = TSimd.Equal(x, TSimd.Zero);
        TVector special = TSimd.Or(isZero, TSimd.Equal(x, infinity));
        low = TSimd.AndNot(low, special);
        return TSimd.Select(special, TSimd.Select(isZero, TSimd.Negate(infinity), infinity), high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector PowerOfMagnitude<TSimd, TVector>(TVector high, TVector low, TVector y)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector product = TSimd.Multiply(y, high);
        TVector productLow = TSimd.MultiplyAdd(y, low, TSimd.MultiplyAdd(y, high, TSimd.Negate(product)));

        // Beyond the limits the low part decides nothing, and may be NaN where the product is infinite.
        productLow = TSimd.And(productLow, TSimd.Less(TSimd.Abs(product), TSimd.Constant(128)));
        product = TSimd.Lesser(TSimd.Constant(89), TSimd.Larger(TSimd.Constant(-104.5), product));
        return ExponentialSeries.OfPair<TSimd, TVector>(product, productLow);
    }
}
