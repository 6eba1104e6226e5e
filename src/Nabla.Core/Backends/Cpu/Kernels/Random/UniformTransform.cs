using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;
using Nabla.Primitives;

namespace Nabla.Backends.Cpu.Kernels.Random;

/// <summary>Uniform floats in [0, 1), as <see cref="Philox.UniformSingle"/> defines them.</summary>
internal readonly unsafe struct UniformTransform : IWordTransform
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TSimd, TVector>(float* group)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        for (int i = 0; i < Philox.GroupLength; i += TSimd.Count)
        {
            TVector number = TSimd.FromIntegerBits(TSimd.ShiftRightLogical(TSimd.Load(group + i), 8));
            TSimd.Store(TSimd.Multiply(number, TSimd.Constant(5.9604644775390625e-8)), group + i);
        }
    }
}
