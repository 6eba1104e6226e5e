using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;
using Nabla.Primitives;

namespace Nabla.Backends.Cpu.Kernels.Random;

/// <summary>Normal floats, step by step as <see cref="PhiloxBoxMuller.Single"/> defines them: row 0 goes with row 1,
/// row 2 with row 3.</summary>
internal readonly unsafe struct NormalTransform : IWordTransform
{
    private const double TwoToMinus24 = 5.9604644775390625e-8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TSimd, TVector>(float* group)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        Rows<TSimd, TVector>(group);
        Rows<TSimd, TVector>(group + (2 * Philox.GroupBlocks));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rows<TSimd, TVector>(float* pair)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        for (int i = 0; i < Philox.GroupBlocks; i += TSimd.Count)
        {
            float* even = pair + i;
            float* odd = even + Philox.GroupBlocks;
            TVector radius = Radius<TSimd, TVector>(TSimd.ShiftRightLogical(TSimd.Load(even), 8));
            TVector angle = TSimd.ShiftRightLogical(TSimd.Load(odd), 8);
            TVector turns = TSimd.ShiftRightLogical(TSimd.AddBits(angle, TSimd.FromBits(1 << 21)), 22);
            TVector rest = TSimd.FromIntegerBits(TSimd.SubtractBits(angle, TSimd.ShiftLeft(turns, 22)));
            TVector quarter = TSimd.Multiply(rest, TSimd.Constant(4 * TwoToMinus24));
            TVector r = TSimd.Multiply(quarter, TSimd.Constant(1.57079637f));
            TVector cosine = QuarterTurns.Combine<TSimd, TVector>(r, TSimd.AddBits(turns, TSimd.FromBits(1)));
            TSimd.Store(TSimd.Multiply(radius, cosine), even);
            TSimd.Store(TSimd.Multiply(radius, QuarterTurns.Combine<TSimd, TVector>(r, turns)), odd);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Radius<TSimd, TVector>(TVector word)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        TVector number = TSimd.FromIntegerBits(TSimd.AddBits(word, TSimd.FromBits(1)));
        TVector m = LogarithmSeries.Split<TSimd, TVector>(
            TSimd.Multiply(number, TSimd.Constant(TwoToMinus24)), out TVector exponentBits);
        TVector logarithm = LogarithmSeries.OfReduced<TSimd, TVector>(
            TSimd.Subtract(m, TSimd.Constant(1)), TSimd.FromIntegerBits(exponentBits));
        return TSimd.Sqrt(TSimd.Multiply(TSimd.Constant(-2), logarithm));
    }
}
