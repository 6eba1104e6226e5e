using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Scaling by powers of two where the processor has no instruction for it.</summary>
internal static class PowerOfTwo
{
    /// <summary><c>value × 2^exponent</c>, in two halves so that the one rounding happens in the last
    /// product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Scale<TSimd, TVector>(TVector value, TVector exponent)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        // Beyond the limit any value near 1 has left the range for certain, and halves stay exponents of normal
        // numbers.
        double limit = TSimd.IsFloat32 ? 250 : 2040;
        int mantissaBits = TSimd.IsFloat32 ? 23 : 52;
        TVector bits = TSimd.ToIntegerBits(
            TSimd.Lesser(TSimd.Constant(limit), TSimd.Larger(TSimd.Constant(-limit), exponent)));
        TVector half = TSimd.ShiftRight(bits, 1);
        TVector one = TSimd.Constant(1);
        TVector first = TSimd.AddBits(TSimd.ShiftLeft(half, mantissaBits), one);
        TVector second = TSimd.AddBits(TSimd.ShiftLeft(TSimd.SubtractBits(bits, half), mantissaBits), one);
        return TSimd.Multiply(TSimd.Multiply(value, first), second);
    }
}
