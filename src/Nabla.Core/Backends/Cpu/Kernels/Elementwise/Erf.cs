using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Elementwise;

/// <summary>The error function <c>2/√π ∫₀ˣ e^−t² dt</c>.</summary>
/// <remarks>float32: at most 2 ulp off; <c>x + x P(x²)</c> below 1, <c>1 − e^R(|x|)</c> above.</remarks>
internal readonly struct Erf : IUnaryKernel, IScalarUnaryFunction<double>
{
    private const double TwoOverRootPi = 1.1283791670955126;
    private const int Terms = 60;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TSimd.IsFloat32 ? Single<TSimd, TVector>(x) : LaneByLane.Apply<Erf, double, TSimd, TVector>(x);

    /// <inheritdoc/>
    public static double Apply(double x)
    {
        double magnitude = Math.Abs(x);
        if (double.IsNaN(x) || magnitude > 6)
        {
            return double.IsNaN(x) ? x : Math.CopySign(1, x);
        }

        // e^−x² with the rounding of the square made good.
        double square = x * x;
        double gaussian = Math.Exp(-square) * (1 - Math.FusedMultiplyAdd(x, x, -square));
        return magnitude < 2.5
            ? TwoOverRootPi * gaussian * Series(x, square)
            : Math.CopySign(1 - (TwoOverRootPi / 2 * gaussian / ContinuedFraction(magnitude)), x);
    }

    // Σ x (2x²)ⁿ / (1·3·…·(2n + 1)): all terms of one sign, so nothing cancels.
    private static double Series(double x, double square)
    {
        double term = x;
        double sum = x;
        for (int n = 1; n <= Terms; n++)
        {
            term *= 2 * square / ((2 * n) + 1);
            sum += term;
        }

        return sum;
    }

    // x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …))): e^−x² / √π over this is 1 − erf x.
    private static double ContinuedFraction(double x)
    {
        double value = x;
        for (int n = Terms; n > 0; n--)
        {
            value = x + (n / 2.0 / value);
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Single<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        TVector square = TSimd.Multiply(x, x);
        TVector p = TSimd.MultiplyAdd(TSimd.Constant(7.80690316e-5f), square, TSimd.Constant(-0.00079978531f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.0051871622f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(-0.0268533472f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.112835787f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(-0.37612626f));
        p = TSimd.MultiplyAdd(p, square, TSimd.Constant(0.128379166f));
        p = TSimd.MultiplyAdd(p, x, x);

        // From 3.92 on the result is 1; a NaN, on the right, passes.
        TVector t = TSimd.Lesser(TSimd.Constant(4), TSimd.Abs(x));
        TVector r = TSimd.MultiplyAdd(TSimd.Constant(0.000187599173f), t, TSimd.Constant(-0.00296007609f));
        r = TSimd.MultiplyAdd(r, t, TSimd.Constant(0.0218895432f));
        r = TSimd.MultiplyAdd(r, t, TSimd.Constant(-0.103218079f));
        r = TSimd.MultiplyAdd(r, t, TSimd.Constant(-0.63801229f));
        r = TSimd.MultiplyAdd(r, t, TSimd.Constant(-1.12717164f));
        r = TSimd.MultiplyAdd(r, t, TSimd.Constant(-0.00032057229f));
        TVector one = TSimd.Constant(1);
        TVector tail = TSimd.Subtract(one, ExponentialSeries.OfClamped<TSimd, TVector>(r));
        tail = TSimd.Or(tail, TSimd.And(x, TSimd.Constant(-0.0)));
        return TSimd.Select(TSimd.Less(t, one), p, tail);
    }
}
