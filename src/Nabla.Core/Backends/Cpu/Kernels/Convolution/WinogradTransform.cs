using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// The transforms of F(4, 3): four results of a window of three from six products, at the points 0, ±√½, ±√2 and ∞.
/// </summary>
/// <remarks>
/// <para>
/// <c>y = Aᵀ((G g) ⊙ (Bᵀ d))</c> of Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2015), with
/// matrices by the method of Cook and Toom. The gradient of the kernel is the same formula read backwards:
/// <c>dg = Gᵀ((Bᵀ d) ⊙ (A dy))</c>.
/// </para>
/// <para>
/// The points decide the error: these keep the numbers in the matrices near one. The largest error as part of the
/// largest result, normal numbers, 64 channels: 5.0e-6 with the usual points ±1 and ±2, 4.0e-6 with ±½ and ±1, 1.7e-6
/// with ±½ and ±2, 1.3e-6 with ±¾ and ±1½, 1.2e-6 with these; with 512 channels 1.1e-5 and 3.2e-6. It costs the same.
/// </para>
/// </remarks>
internal static class WinogradTransform
{
    private const double Near = 0.70710678118654752440;
    private const double Far = 1.4142135623730950488;

    /// <summary>Bᵀ: six pixels to six points.</summary>
    public readonly struct OfImages : IWinogradTransform
    {
        public static int Inputs => 6;

        public static int Outputs => 6;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TSimd, TVector>(
            TVector x0, TVector x1, TVector x2, TVector x3, TVector x4, TVector x5,
            out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4, out TVector y5)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            TVector middle = TSimd.Constant(-2.5), minusTwo = TSimd.Constant(-2), minusHalf = TSimd.Constant(-0.5);
            y0 = TSimd.MultiplyAdd(middle, x2, TSimd.Add(x0, x4));
            TVector even = TSimd.MultiplyAdd(minusTwo, x2, x4), odd = TSimd.MultiplyAdd(minusTwo, x1, x3);
            y1 = TSimd.MultiplyAdd(TSimd.Constant(Near), odd, even);
            y2 = TSimd.MultiplyAdd(TSimd.Constant(-Near), odd, even);
            even = TSimd.MultiplyAdd(minusHalf, x2, x4);
            odd = TSimd.MultiplyAdd(minusHalf, x1, x3);
            y3 = TSimd.MultiplyAdd(TSimd.Constant(Far), odd, even);
            y4 = TSimd.MultiplyAdd(TSimd.Constant(-Far), odd, even);
            y5 = TSimd.MultiplyAdd(middle, x3, TSimd.Add(x1, x5));
        }
    }

    /// <summary>G: three elements of the kernel to six points.</summary>
    public readonly struct OfKernels : IWinogradTransform
    {
        public static int Inputs => 3;

        public static int Outputs => 6;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TSimd, TVector>(
            TVector x0, TVector x1, TVector x2, TVector x3, TVector x4, TVector x5,
            out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4, out TVector y5)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            y0 = x0;
            TVector factor = TSimd.Constant(-2.0 / 3);
            TVector even = TSimd.Multiply(factor, TSimd.MultiplyAdd(TSimd.Constant(0.5), x2, x0));
            TVector odd = TSimd.Multiply(TSimd.Constant(-2.0 / 3 * Near), x1);
            y1 = TSimd.Add(even, odd);
            y2 = TSimd.Subtract(even, odd);
            factor = TSimd.Constant(1.0 / 6);
            even = TSimd.Multiply(factor, TSimd.MultiplyAdd(TSimd.Constant(2), x2, x0));
            odd = TSimd.Multiply(TSimd.Constant(1.0 / 6 * Far), x1);
            y3 = TSimd.Add(even, odd);
            y4 = TSimd.Subtract(even, odd);
            y5 = x2;
        }
    }

    /// <summary>Aᵀ: products at six points to four results.</summary>
    public readonly struct OfProducts : IWinogradTransform
    {
        public static int Inputs => 6;

        public static int Outputs => 4;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TSimd, TVector>(
            TVector x0, TVector x1, TVector x2, TVector x3, TVector x4, TVector x5,
            out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4, out TVector y5)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            TVector even1 = TSimd.Add(x1, x2), odd1 = TSimd.Subtract(x1, x2);
            TVector even2 = TSimd.Add(x3, x4), odd2 = TSimd.Subtract(x3, x4);
            y0 = TSimd.Add(TSimd.Add(x0, even1), even2);
            odd1 = TSimd.Multiply(TSimd.Constant(Near), odd1);
            odd2 = TSimd.Multiply(TSimd.Constant(Far), odd2);
            y1 = TSimd.Add(odd1, odd2);
            TVector half = TSimd.Constant(0.5), two = TSimd.Constant(2);
            y2 = TSimd.MultiplyAdd(half, even1, TSimd.Multiply(two, even2));
            y3 = TSimd.MultiplyAdd(half, odd1, TSimd.MultiplyAdd(two, odd2, x5));
            y4 = y5 = default;
        }
    }

    /// <summary>A: gradients of four results to six points.</summary>
    public readonly struct OfGradients : IWinogradTransform
    {
        public static int Inputs => 4;

        public static int Outputs => 6;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TSimd, TVector>(
            TVector x0, TVector x1, TVector x2, TVector x3, TVector x4, TVector x5,
            out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4, out TVector y5)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            y0 = x0;
            TVector half = TSimd.Constant(0.5), two = TSimd.Constant(2);
            TVector even = TSimd.MultiplyAdd(half, x2, x0), odd = TSimd.MultiplyAdd(half, x3, x1);
            y1 = TSimd.MultiplyAdd(TSimd.Constant(Near), odd, even);
            y2 = TSimd.MultiplyAdd(TSimd.Constant(-Near), odd, even);
            even = TSimd.MultiplyAdd(two, x2, x0);
            odd = TSimd.MultiplyAdd(two, x3, x1);
            y3 = TSimd.MultiplyAdd(TSimd.Constant(Far), odd, even);
            y4 = TSimd.MultiplyAdd(TSimd.Constant(-Far), odd, even);
            y5 = x3;
        }
    }

    /// <summary>Gᵀ: sums at six points to three elements of the kernel's gradient.</summary>
    public readonly struct OfSums : IWinogradTransform
    {
        public static int Inputs => 6;

        public static int Outputs => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TSimd, TVector>(
            TVector x0, TVector x1, TVector x2, TVector x3, TVector x4, TVector x5,
            out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4, out TVector y5)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            TVector even1 = TSimd.Add(x1, x2), odd1 = TSimd.Subtract(x1, x2);
            TVector even2 = TSimd.Add(x3, x4), odd2 = TSimd.Subtract(x3, x4);
            y0 = TSimd.MultiplyAdd(
                TSimd.Constant(-2.0 / 3), even1, TSimd.MultiplyAdd(TSimd.Constant(1.0 / 6), even2, x0));
            y1 = TSimd.MultiplyAdd(
                TSimd.Constant(1.0 / 6 * Far), odd2, TSimd.Multiply(TSimd.Constant(-2.0 / 3 * Near), odd1));
            y2 = TSimd.MultiplyAdd(TSimd.Constant(1.0 / 3), TSimd.Subtract(even2, even1), x5);
            y3 = y4 = y5 = default;
        }
    }
}
